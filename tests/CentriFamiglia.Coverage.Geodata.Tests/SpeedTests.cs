using System.Diagnostics;
using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Geodata.Tests;

/// <summary>Alone, and in processor time, best of several: other work on the machine must not decide these tests.</summary>
[CollectionDefinition(nameof(SpeedTests), DisableParallelization = true)]
[Collection(nameof(SpeedTests))]
public class SpeedTests
{
    private static readonly TerritoryContent Content = GeodataFolder.Read(Paths.Shipped);

    // The bounds are for the program as it ships; a debug build runs its loops unoptimised.
#if DEBUG
    private const double Slack = 4;
#else
    private const double Slack = 1;
#endif

    [Fact]
    public void The_folder_is_read_in_under_a_second() =>
        Best(() => GeodataFolder.Read(Paths.Shipped)).ShouldBeLessThan(TimeSpan.FromSeconds(1 * Slack));

    [Fact]
    public void All_levels_are_dissolved_in_under_three_tenths_of_a_second() =>
        Best(() => AreaDissolver.Dissolve(Content.Comuni, Content.Memberships)).ShouldBeLessThan(TimeSpan.FromMilliseconds(300 * Slack));

    [Fact]
    public void All_pairs_of_comuni_are_estimated_in_under_a_second_and_a_half_and_all_sedi_in_a_tenth()
    {
        TravelEstimate estimate = TravelEstimate.Parse(Content.Documents[DocumentKeys.TravelEstimate]);
        Place[] comuni = [.. Content.Comuni.Select(c => new Place(c.Seat!.Lon, c.Seat.Lat, c.Code, c.AltitudeMetres))];
        Place[] sedi = [.. Content.SiteSets.Single(s => s.Active).Sites.Select(s => new Place(s.Lon, s.Lat, s.Comune, null))];

        Best(() => estimate.Costs(comuni, comuni)).ShouldBeLessThan(TimeSpan.FromSeconds(1.5 * Slack));
        Best(() => estimate.Costs(comuni, sedi)).ShouldBeLessThan(TimeSpan.FromMilliseconds(100 * Slack));
    }

    private static TimeSpan Best(Action action)
    {
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            TimeSpan before = Used();
            action();
            TimeSpan spent = Used() - before;
            best = spent < best ? spent : best;
        }

        return best;

        static TimeSpan Used()
        {
            using Process process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }
}
