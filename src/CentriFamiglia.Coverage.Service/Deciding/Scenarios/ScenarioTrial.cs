using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>A scenario on the store as it is now.</summary>
/// <param name="Set">The list with its changes.</param>
/// <param name="Conflicts">Where the store changed since it was written down.</param>
internal sealed record ScenarioTrial(SiteSet Set, ImmutableArray<ScenarioConflict> Conflicts)
{
    private const int MostTold = 5;

    /// <param name="content">What is known.</param>
    /// <param name="scenario">Which.</param>
    /// <param name="prevailing">Who is right in a conflict; with nobody a conflict refuses.</param>
    /// <exception cref="InputException">A change cannot be, or the store changed since.</exception>
    public static ScenarioTrial Of(TerritoryContent content, Scenario scenario, Prevailing prevailing)
    {
        SiteSet set = SetOf(content, scenario);
        (ImmutableArray<SiteChange> sites, ImmutableArray<SiteChange> networks, List<ScenarioConflict> conflicts) = Merged(set, scenario, prevailing);
        if (prevailing == Prevailing.Nobody && conflicts.Count > 0)
            throw Refused(scenario, conflicts);
        return new ScenarioTrial(Changed(content, set, sites, networks), [.. conflicts]);
    }

    /// <summary>Where the store changed since it was written down.</summary>
    public static ImmutableArray<ScenarioConflict> ConflictsOf(TerritoryContent content, Scenario scenario) =>
        [.. Merged(SetOf(content, scenario), scenario, Prevailing.Nobody).Conflicts];

    private static SiteSet SetOf(TerritoryContent content, Scenario scenario) => content.SiteSets.FirstOrDefault(s => s.Name == scenario.Set)
        ?? throw new InputException("sedi", $"l'insieme di sedi «{scenario.Set}» non c'è più.", "Scegliere un altro scenario, o importare le sedi.");

    private static (ImmutableArray<SiteChange> Sites, ImmutableArray<SiteChange> Networks, List<ScenarioConflict> Conflicts) Merged(
        SiteSet set, Scenario scenario, Prevailing prevailing)
    {
        var conflicts = new List<ScenarioConflict>();
        ImmutableArray<SiteChange> networks = new ScenarioMerge("rete", id => SetChanges.RowOf(set, new NetworkId(id))).Of(scenario.Networks, prevailing, conflicts);
        ImmutableArray<SiteChange> sites = new ScenarioMerge("sede", id => SetChanges.RowOf(set, new SiteId(id))).Of(scenario.Sites, prevailing, conflicts);
        return (sites, networks, conflicts);
    }

    /// <summary>An analysis with the scenario's list in the place of its own.</summary>
    public static Analysis On(Analysis analysis, SiteSet set) => analysis with { State = analysis.State.WithSet(set) };

    /// <exception cref="InputException">A change cannot be: its number, sede or network, field, reason and cure.</exception>
    public static SiteSet Changed(TerritoryContent content, SiteSet set, ImmutableArray<SiteChange> sites, ImmutableArray<SiteChange> networks) =>
        SetChanges.Apply(content, set, sites, networks, out ImmutableArray<SiteChangeRefusal> refusals) ?? throw WhatIf.Refused(refusals);

    private static InputException Refused(Scenario scenario, List<ScenarioConflict> conflicts)
    {
        string told = string.Concat(conflicts.Take(MostTold).Select(c =>
            $" {c.What} {Shown.Of(c.Id)}, {c.Column}: era {Value(c.Base)}, ora è {Value(c.Store)}, lo scenario vuole {Value(c.Scenario)}."));
        string more = conflicts.Count > MostTold ? $" E altri {conflicts.Count - MostTold}." : "";
        return new InputException("scenario", $"l'archivio è cambiato da quando «{scenario.Name}» è stato scritto.{told}{more}",
            "Decidere chi vale: prevale=scenario, oppure prevale=archivio; o riscrivere le modifiche dello scenario sui dati di ora.");
    }

    private static string Value(string? value) => value is null ? "vuoto" : $"«{Shown.Of(value)}»";
}
