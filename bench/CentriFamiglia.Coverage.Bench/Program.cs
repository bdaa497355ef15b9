using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CentriFamiglia.Coverage.Bench.Roads;

namespace CentriFamiglia.Coverage.Bench;

/// <summary>
/// Speed as ratios inside one run: each class has a baseline that stands beside what is measured. In process, because what takes
/// long here (stores, processes) is not helped by a process of its own. <c>roads [FILE|SIDE]</c> measures the road engine.
/// </summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        if (args is ["roads", .. var rest])
        {
            RoadFigures.Run(rest is [var network, ..] ? network : "1091");
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
            args,
            DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
    }
}
