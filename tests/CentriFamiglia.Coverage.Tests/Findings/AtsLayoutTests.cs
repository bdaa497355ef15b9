using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;
using CentriFamiglia.Coverage.Tests.Small;

namespace CentriFamiglia.Coverage.Tests.Findings;

/// <summary>The assetto of the networks and what the sedi have, ATS by ATS.</summary>
public class AtsLayoutTests
{
    private const string Comuni = """
        000001 | Alfa | 0 | 0 | 100 | A | Pavia | D1 | Est
        000002 | Beta | 1 | 0 | 200 | A | Brianza | D2 | Ovest
        """;

    [Theory]
    [InlineData("bergamo", 6, "3 0 0 3", "3 0 0 3")]
    [InlineData("brescia", 8, "2 2 0 4", "2 2 0 4")]
    [InlineData("brianza", 3, "2 0 0 1", "2 0 0 1")]
    [InlineData("insubria", 7, "4 1 0 2", "4 1 0 2")]
    [InlineData("milano-citta-metropolitana", 10, "2 1 0 7", "2 1 0 7")]
    [InlineData("montagna", 6, "1 5 0 0", "1 6 0 0")]
    [InlineData("pavia", 3, "1 0 0 2", "1 0 0 2")]
    [InlineData("val-padana", 5, "1 0 3 1", "1 0 3 1")]
    public void The_made_up_set_has_the_networks_that_the_act_states(string ats, int networks, string managers, string stated)
    {
        ManagerKind[] kinds = [ManagerKind.Ambito, ManagerKind.Asst, ManagerKind.Comune, ManagerKind.TerzoSettore];

        AtsLayout layout = AtsLayouts.Compute(Shipped.State).Ats.Single(l => l.Unit.Code == ats);

        (layout.Networks, layout.Stated!.Projects).ShouldBe((networks, networks));
        string.Join(' ', kinds.Select(layout.Of)).ShouldBe(managers);
        string.Join(' ', kinds.Select(layout.StatedOf)).ShouldBe(stated);
        (layout.Of(ManagerKind.Other), layout.WithoutManager).ShouldBe((0, 0));
    }

    [Fact]
    public void In_all_there_are_48_networks_with_one_Hub_each_and_148_points_of_access()
    {
        (ImmutableArray<AtsLayout> ats, int adrift) = AtsLayouts.Compute(Shipped.State);

        (ats.Length, adrift, ats.Sum(l => l.Networks), ats.Sum(l => l.Hubs), ats.Sum(l => l.Spokes), ats.Sum(l => l.UndeclaredRoles)).ShouldBe((8, 0, 48, 48, 148, 0));
        ats.ShouldAllBe(l => l.Partners == null && l.WithoutPartners == l.Networks && l.Demonstration);
        StatedLayout stated = RuleSet.Default.Layout!;
        (stated.Projects, stated.Partners, stated.AccessPoints, stated.Ats.Sum(a => a.Projects)).ShouldBe((48, 148, 148, 48));
        stated.Ats.Where(a => a.ByManager.Values.Sum() != a.Projects).Select(a => a.Ats).ShouldBe(["Montagna"]);
    }

    [Fact]
    public void Managers_and_partners_that_are_not_declared_are_counted_apart_and_never_as_none()
    {
        ImmutableArray<Network> networks =
        [
            new() { Id = new("R1"), Name = "Uno", Ats = "Pavia", ManagerKind = "terzo  SETTORE", Partners = [new("A", null), new("B", "scuola")] },
            new() { Id = new("R2"), Name = "Due", Ats = "Pavia", ManagerKind = "Comunità Montana", StatedPartners = 5 },
            new() { Id = new("R3"), Name = "Tre", Ats = "Pavia" },
            new() { Id = new("R4"), Name = "Quattro", Ats = "Altrove", ManagerKind = "ASST" },
        ];
        CoverageState state = State("H1 | hub | 000001 | R1 | -\nS1 | spoke | 000002 | R1 | -\nX1 | - | 000002 | - | -", networks);

        (ImmutableArray<AtsLayout> ats, int adrift) = AtsLayouts.Compute(state);

        adrift.ShouldBe(1);
        AtsLayout pavia = ats.Single(l => l.Unit.Code == "pavia");
        (pavia.Networks, pavia.Hubs, pavia.Spokes, pavia.UndeclaredRoles).ShouldBe((3, 1, 1, 0));
        (pavia.Partners, pavia.WithoutPartners).ShouldBe((7, 1));
        (pavia.Of(ManagerKind.TerzoSettore), pavia.Of(ManagerKind.Other), pavia.WithoutManager).ShouldBe((1, 1, 1));
        AtsLayout brianza = ats.Single(l => l.Unit.Code == "brianza");
        (brianza.Networks, brianza.Spokes, brianza.UndeclaredRoles, brianza.Partners).ShouldBe((0, 0, 1, null));
    }

    [Fact]
    public void A_network_that_has_ended_is_in_no_assetto()
    {
        Network ended = new() { Id = new("R1"), Name = "Uno", Ats = "Pavia", EndsOn = SmallTerritory.Day.AddDays(-1) };

        AtsLayout pavia = AtsLayouts.Compute(State("H1 | hub | 000001 | R1 | -", [ended])).Ats.Single(l => l.Unit.Code == "pavia");

        (pavia.Networks, pavia.Hubs).ShouldBe((0, 0));
    }

    [Fact]
    public void A_rule_set_need_not_state_an_assetto()
    {
        string text = RuleSet.DefaultText;
        int from = text.IndexOf("  \"assetto\": {", StringComparison.Ordinal), to = text.IndexOf("  \"anomalie\"", StringComparison.Ordinal);
        var rules = RuleSet.Parse(text.Remove(from, to - from));

        rules.Layout.ShouldBeNull();
        AtsLayouts.Compute(SmallTerritory.State(Comuni, rules: rules)).Ats.ShouldAllBe(l => l.Stated == null && l.StatedOf(ManagerKind.Ambito) == null);
    }

    [Fact]
    public void Spaces_and_access_are_counted_where_the_sedi_are_and_what_is_not_declared_apart()
    {
        CoverageState state = State(
            "H1 | hub | 000001 | R1 | -\nH2 | hub | 000001 | R2 | -\nH3 | hub | 000001 | R3 | -\nS1 | spoke | 000001 | R1 | -\nS2 | spoke | 000002 | R1 | -",
            null,
            s => s.Id.Value switch
            {
                "H1" => s with
                {
                    Wheelchair = "yes",
                    Spaces = ["Accoglienza", "sportello", "colloqui", "polivalente", "altro"],
                    Phone = "035",
                    Operators = 3,
                    ServiceCharter = true,
                },
                "H2" => s with { Wheelchair = "limited", Spaces = ["sportello"], Web = "https://b.it", Operators = 0, ServiceCharter = false, OpeningHours = "24/7" },
                "S1" => s with { Wheelchair = "no", Spaces = ["accoglienza"], Protocols = ["Consultorio"] },
                _ => s,
            });

        AtsEquipment pavia = AtsEquipments.Compute(state).Single(e => e.Unit.Code == "pavia");

        (pavia.Sites, pavia.Accessible, pavia.PartlyAccessible, pavia.NotAccessible, pavia.AccessNotDeclared).ShouldBe((4, 1, 1, 1, 1));
        (pavia.Hubs, pavia.HubsWithAllSpaces, pavia.HubsWithSomeSpaces, pavia.HubsWithoutSpaces).ShouldBe((3, 1, 1, 1));
        pavia.Spaces.ShouldBe([("accoglienza", 1), ("sportello", 2), ("colloqui", 1), ("polivalente", 1)]);
        (pavia.WithHours, pavia.WithContacts, pavia.WithServiceCharter, pavia.WithoutServiceCharter, pavia.WithProtocols, pavia.Operators).ShouldBe((1, 2, 1, 1, 1, 3));
        AtsEquipment brianza = AtsEquipments.Compute(state).Single(e => e.Unit.Code == "brianza");
        (brianza.Sites, brianza.AccessNotDeclared, brianza.Hubs, brianza.Operators).ShouldBe((1, 1, 0, null));
    }

    [Fact]
    public void Every_sede_of_the_made_up_set_is_counted_once()
    {
        ImmutableArray<AtsEquipment> all = AtsEquipments.Compute(Shipped.State);

        all.Sum(e => e.Sites).ShouldBe(196);
        all.Sum(e => e.Accessible + e.PartlyAccessible + e.NotAccessible + e.AccessNotDeclared).ShouldBe(196);
        all.Sum(e => e.HubsWithAllSpaces + e.HubsWithSomeSpaces + e.HubsWithoutSpaces).ShouldBe(48);
    }

    private static CoverageState State(string sedi, ImmutableArray<Network>? networks, Func<Site, Site>? change = null)
    {
        TerritoryContent content = SmallTerritory.Content(Comuni, sedi);
        SiteSet set = content.SiteSets[0];
        content = content with { SiteSets = [set with { Networks = networks ?? set.Networks, Sites = [.. set.Sites.Select(change ?? (s => s))] }] };
        return CoverageState.Compute(TerritorySnapshot.Create(content, null, SmallTerritory.Day), RuleSet.Default, GridTravel.OneMinuteSteps);
    }
}
