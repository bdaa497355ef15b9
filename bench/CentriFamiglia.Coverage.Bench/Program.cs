using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CentriFamiglia.Coverage.Bench.Locate;
using CentriFamiglia.Coverage.Bench.Roads;

namespace CentriFamiglia.Coverage.Bench;

/// <summary>
/// Speed as ratios inside one run: each class has a baseline that stands beside what is measured. In process, because what takes
/// long here (stores, processes) is not helped by a process of its own. <c>roads [EXTRACT|FILE|SIDE]</c> measures the road engine,
/// <c>pbf [SIDE]</c> the way from an extract to a network, <c>beside FILE [FROM [TO]]</c> matrices by other engines too,
/// <c>locate [FOLDER]</c> the siting solver on published benchmarks beside cbc, HiGHS and CP-SAT, <c>hard [SECONDS]</c> on problems it cannot always prove,
/// <c>suggest</c> the proposals for Lombardia beside cbc.
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

        if (args is ["pbf", .. var size])
        {
            PbfFigures.Run(size is [var side, ..] ? int.Parse(side, CultureInfo.InvariantCulture) : 1091);
            return;
        }

        if (args is ["beside", var file, .. var counts])
        {
            int from = counts is [var rows, ..] ? int.Parse(rows, CultureInfo.InvariantCulture) : 200;
            BesideFigures.RunAsync(file, from, counts is [_, var columns] ? int.Parse(columns, CultureInfo.InvariantCulture) : from).GetAwaiter().GetResult();
            return;
        }

        if (args is ["locate", .. var where])
        {
            LocateFigures.Run(where is [var folder, ..] ? folder : Path.Combine(Shipped.Root, "..", "shared", "benchmarks"));
            return;
        }

        if (args is ["hard", .. var time])
        {
            HardFigures.Run(time is [var seconds, ..] ? double.Parse(seconds, CultureInfo.InvariantCulture) : 60);
            return;
        }

        if (args is ["suggest"])
        {
            SuggestFigures.Run();
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
            args,
            DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
    }
}
