using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Access;

/// <summary>The nearest sede is the same whether all pairs are kept, asked some at a time, or mostly passed over.</summary>
public class NearestSitesTests
{
    [Fact]
    public void A_table_too_large_to_keep_gives_the_same_sedi_and_costs()
    {
        ITravelSource[] sources = [new GridTravel("000002"), Shipped.Estimate];
        RandomTerritory.Holds(random =>
        {
            TerritorySnapshot snapshot = RandomTerritory.Snapshot(random);
            Place[] sites = [.. snapshot.Sites.Select(s => TravelTable.PlaceOf(snapshot, s))];
            foreach (ITravelSource travel in sources)
            {
                TravelTable kept = TravelTable.Build(travel, snapshot, sites, null), asked = TravelTable.Build(travel, snapshot, sites, null, keptPairs: 0);

                (kept.KeepsColumns, asked.KeepsColumns).ShouldBe((true, sites.Length == 0));
                NearestOffers expected = NearestSites.Find(snapshot, kept), found = NearestSites.Find(snapshot, asked);
                found.Any.ShouldBe(expected.Any);
                found.Own.ShouldBe(expected.Own);
                foreach (Place site in sites)
                    asked.Column(site).ShouldBe(kept.Column(site));
            }
        });
    }

    // Every comune of Lombardy from a hundred places: so that near and far, flat and steep, own and foreign all come up.
    [Fact]
    public void The_estimate_finds_what_every_pair_of_its_own_says()
    {
        TravelEstimate estimate = Shipped.Estimate;
        Comune[] comuni = [.. Shipped.Content.Comuni.Where(c => c.Seat is not null)];
        RandomTerritory.Holds(random =>
        {
            Place[] from = Places(random, comuni, 60), to = Places(random, comuni, random.Next(1, 100));
            var search = new NearestSearch(from, [.. from.Select(_ => random.Next(-1, 4))], to, [.. to.Select(_ => random.Next(-1, 4))]);

            NearestOffers found = estimate.Nearest(search), all = search.OverAllPairs(estimate);

            found.Any.ShouldBe(all.Any);
            found.Own.ShouldBe(all.Own);
            all.Any.ShouldAllBe(o => o.Place != null);
        });
    }

    [Fact]
    public void Among_equal_costs_the_first_place_wins_in_whatever_order_they_are_offered()
    {
        NearestOffer best = default;

        best.Offer(new TravelCost(600, 9000), 3).ShouldBeTrue();
        best.Offer(new TravelCost(600, 9000), 5).ShouldBeFalse();
        best.Offer(new TravelCost(600, 9000), 1).ShouldBeTrue();
        best.Offer(new TravelCost(600, 8999), 7).ShouldBeTrue();
        best.Offer(new TravelCost(601, 1), 0).ShouldBeFalse();

        (best.Place, best.Cost).ShouldBe((7, new TravelCost(600, 8999)));
    }

    [Fact]
    public void Nothing_to_reach_is_no_place() =>
        Shipped.Estimate.Nearest(new NearestSearch([new Place(9, 45, new("000001"), 100)], [0], [], [])).Any.Single().Place.ShouldBeNull();

    private static Place[] Places(Random random, Comune[] comuni, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => comuni[random.Next(comuni.Length)]).Select(c => new Place(
            c.Seat!.Lon + (random.Next(3) * 0.01), c.Seat.Lat - (random.Next(3) * 0.01), c.Code, random.Next(5) == 0 ? null : c.AltitudeMetres)),
    ];
}
