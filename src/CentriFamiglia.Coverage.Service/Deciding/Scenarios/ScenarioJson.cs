using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>A scenario as the store keeps it and as answers show it: <c>changes</c> and <c>networks</c> are lists as a trial takes them.</summary>
internal static class ScenarioJson
{
    public static JsonObject Of(Scenario scenario)
    {
        var json = new JsonObject
        {
            ["id"] = scenario.Id,
            ["nome"] = scenario.Name,
            ["sedi"] = scenario.Set,
            ["stato"] = Scenario.States.Of(scenario.State),
            ["linea"] = scenario.Line is { } line ? Scenario.Lines.Of(line) : null,
            ["nota"] = scenario.Note,
            ["costo_spoke_eur"] = scenario.SpokeCostEur,
            ["da"] = scenario.Parent,
            ["fotografia"] = scenario.BaseHash,
            ["chi"] = scenario.By,
            ["quando"] = Cells.Instant(scenario.At),
            ["cambiato_da"] = scenario.ChangedBy,
            ["cambiato_il"] = scenario.ChangedAt is { } at ? Cells.Instant(at) : null,
            ["changes"] = Changes(scenario.Sites),
            ["networks"] = Changes(scenario.Networks),
            ["basi"] = new JsonObject { ["sedi"] = Bases(scenario.Sites), ["reti"] = Bases(scenario.Networks) },
        };
        return json;
    }

    public static Scenario Read(string text)
    {
        JsonObject json = JsonNode.Parse(text)!.AsObject();
        return new Scenario((string)json["id"]!, (string)json["nome"]!, (string)json["sedi"]!, (string)json["chi"]!, InstantOf(json["quando"])!.Value)
        {
            State = Scenario.States.TryRead((string)json["stato"]!, out ScenarioState state) ? state : ScenarioState.Open,
            Line = (string?)json["linea"] is { } word && Scenario.Lines.TryRead(word, out SpendingLine line) ? line : null,
            Note = (string?)json["nota"],
            SpokeCostEur = (decimal?)json["costo_spoke_eur"],
            Parent = (string?)json["da"],
            BaseHash = (string)json["fotografia"]!,
            ChangedBy = (string?)json["cambiato_da"],
            ChangedAt = InstantOf(json["cambiato_il"]),
            Sites = ReadChanges(json["changes"]!, json["basi"]!["sedi"]!),
            Networks = ReadChanges(json["networks"]!, json["basi"]!["reti"]!),
        };
    }

    /// <summary>As a trial takes it.</summary>
    public static ImmutableArray<SiteChange> ToTrial(IEnumerable<ScenarioChange> changes) =>
        [.. changes.Select(c => new SiteChange(SiteChange.Operations.TryRead(c.Operation, out SiteOperation op) ? op : SiteOperation.Change, c.Id, c.Cells))];

    /// <summary>Instants as the records keep them: UTC, to the second.</summary>
    public static DateTimeOffset? InstantOf(JsonNode? node) =>
        (string?)node is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static JsonArray Changes(ImmutableArray<ScenarioChange> changes) => new([.. changes.Select(change =>
    {
        var json = new JsonObject { ["op"] = change.Operation, ["id"] = change.Id };
        foreach ((string column, string? cell) in change.Cells)
            json[column] = cell;
        return json;
    })]);

    private static JsonObject Bases(ImmutableArray<ScenarioChange> changes)
    {
        var bases = new JsonObject();
        foreach (ScenarioChange change in changes.Where(c => c.Base is not null))
        {
            var row = new JsonObject();
            foreach ((string column, string cell) in change.Base!)
                row[column] = cell;
            bases[change.Id] = row;
        }

        return bases;
    }

    private static ImmutableArray<ScenarioChange> ReadChanges(JsonNode changes, JsonNode bases) =>
    [
        .. changes.AsArray().Select(change => new ScenarioChange(
            (string)change!["op"]!,
            (string)change["id"]!,
            change.AsObject().Where(c => c.Key is not ("op" or "id")).ToImmutableSortedDictionary(c => c.Key, c => (string?)c.Value, StringComparer.Ordinal),
            bases[(string)change["id"]!]?.AsObject().ToImmutableSortedDictionary(c => c.Key, c => (string)c.Value!, StringComparer.Ordinal))),
    ];
}
