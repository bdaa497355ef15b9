using BenchmarkDotNet.Running;
using CentriFamiglia.Coverage.Bench.Roads;

if (args is ["roads", ..])
{
    RoadFigures.Run(args.Length > 1 ? args[1] : "1091");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
