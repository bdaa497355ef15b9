using System.Text;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Deciding.Decisions;

/// <summary>
/// Writes one row of what a Cabina di Regia decides beside the proposals: the resources that an ATS declares (R15, R17) and the exceptions to the local
/// standard. Judged as an import of that row would be, and told by the register.
/// </summary>
internal sealed class BookDesk(ICoverageStore store)
{
    private const string Cure = "Scrivere {\"risorse\":{\"ats\":\"Bergamo\",\"residui_eur\":12000.5,\"speso_eur\":3000}} oppure "
        + "{\"eccezione\":{\"livello\":\"ambito\",\"codice\":\"bergamo\",\"motivo\":\"…\",\"responsabile\":\"…\",\"fino_al\":\"2030-12-31\"}}.";

    private static readonly (string Member, ImportKind Kind)[] _kinds = [("risorse", ImportKind.Dichiarazioni), ("eccezione", ImportKind.Eccezioni)];

    /// <param name="body">JSON: one member that says what it is, with the columns of such a row.</param>
    /// <exception cref="InputException">Not such an object, or a row that an import would refuse.</exception>
    public Task WriteAsync(string body, AuditActor actor, CancellationToken cancellationToken)
    {
        JsonNode? whole = JsonNode.Parse(StrictJson.Read(Encoding.UTF8.GetBytes(body), "decisione", Cure).GetRawText());
        if (whole is not JsonObject { Count: 1 } json || json.Single() is not { Value: JsonObject row } named || !_kinds.Any(k => k.Member == named.Key))
            throw new InputException("decisione", "non dice né risorse né un'eccezione.", Cure);
        ImportKind kind = _kinds.First(k => k.Member == named.Key).Kind;
        return WriteAsync(kind, row.ToDictionary(c => c.Key, c => TextOf(c.Key, c.Value), StringComparer.Ordinal), actor, cancellationToken);
    }

    /// <param name="kind">Of the row.</param>
    /// <param name="cells">By column, as a file would write them; null for an empty one.</param>
    /// <exception cref="InputException">An import would refuse the row.</exception>
    public async Task WriteAsync(ImportKind kind, IReadOnlyDictionary<string, string?> cells, AuditActor actor, CancellationToken cancellationToken)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        (string Column, string? Cell)[] row = kind == ImportKind.Dichiarazioni ? Whole(cells, content) : [.. cells.Select(c => (c.Key, c.Value))];
        var table = new SourceTable("decisione", [.. row.Select(c => c.Column)], [new SourceRow(1, [.. row.Select(c => c.Cell)], null)], Wgs84.Factory.SRID);
        ImportResult result = Importer.Import(new ImportRequest("decisione") { Kind = kind }, [table], StoreCheck.Check(content).Readable);
        if (result.Report.Issues.FirstOrDefault(i => i.Severity == IssueSeverity.Refused) is { } refused)
            throw new InputException(refused.Column ?? "decisione", $"{refused.Reason}.", refused.Cure);
        if (result.Changed == ContentParts.None)
            return;
        string action = kind == ImportKind.Eccezioni ? "decisione.eccezione" : "decisione.risorse";
        await store.CommitAsync(
            new StoreCommit(actor.Does(action)(string.Join('/', cells.Values.Take(kind == ImportKind.Eccezioni ? 2 : 1))))
            {
                Content = new ContentChange(result.Next, result.Changed, null, new StoreReading(content, revision)),
            },
            cancellationToken);
    }

    /// <summary>The whole row of a declaration: what is not said is as it is.</summary>
    private static (string Column, string? Cell)[] Whole(IReadOnlyDictionary<string, string?> cells, TerritoryContent content)
    {
        string? named = cells.GetValueOrDefault("ats") is { } text ? AtsNames.Find(text, [.. content.Declarations.Select(d => d.Ats)]) : null;
        Layer old = ImportLayers.Dichiarazioni(content with { Declarations = [.. content.Declarations.Where(d => d.Ats == named)] });
        return
        [
            .. old.Columns.Select((c, i) => (c.Name, cells.TryGetValue(c.Name, out string? said) ? said : named is null ? null : CellText.Of(old.Rows[0].Values[i], c.Type))),
            .. cells.Where(c => old.Columns.All(o => o.Name != c.Key)).Select(c => (c.Key, c.Value)),
        ];
    }

    private static string? TextOf(string member, JsonNode? value) => value switch
    {
        null => null,
        JsonValue one when one.TryGetValue(out string? text) => text,
        JsonValue one when one.GetValueKind() == System.Text.Json.JsonValueKind.Number => one.ToJsonString(),
        _ => throw new InputException(member, "non è un testo o un numero.", Cure),
    };
}
