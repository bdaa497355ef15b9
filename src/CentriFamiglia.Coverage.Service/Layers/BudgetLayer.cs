using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats;
using CentriFamiglia.Coverage.Money;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Snapshots;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>How the fund is shared among the ATS (R12), to the cent.</summary>
internal static class BudgetLayer
{
    public const string Name = "riparto";

    internal sealed record Row(AtsAllocation Item, TerritoryUnit Unit);

    public static LayerShape<Row> Shape { get; } = new(
        new("ats", ColumnType.Text, "Nome dell'ATS.", r => r.Item.Ats, "Brescia"),
        new("residenti", ColumnType.Integer, "Residenti dell'ATS, persone.", r => r.Item.Residents, 1_159_000L),
        new("assegnazione_eur", ColumnType.Money, "Assegnazione: parte uguale più parte per residenti, euro.", r => r.Item.Assigned, 799_228.69m),
        new("parte_uguale_eur", ColumnType.Money, "Parte divisa in misura uguale tra le ATS, euro.", r => r.Item.EqualPart, 571_550.00m),
        new("parte_residenti_eur", ColumnType.Money, "Parte divisa secondo i residenti, euro.", r => r.Item.ResidentsPart, 227_678.69m),
        new("progetti_al_tetto", ColumnType.Integer, "Progetti interi al tetto di contributo che l'assegnazione paga.", r => (long)r.Item.ProjectsAtCap, 11L),
        new("residuo_eur", ColumnType.Money, "Assegnazione meno quei progetti, euro: alle azioni di sistema (R17).", r => r.Item.Remainder, 29_228.69m),
        new("codice", ColumnType.Text, "Chiave dell'ATS.", r => r.Unit.Code, "brescia"),
        new("fonte_stato", ColumnType.Text, "Prova più debole dell'appartenenza dei comuni: listed, inferred, unverified.", r => r.Unit.Status.ToText(), "listed"));

    public static Layer Make(Analysis analysis, string? ats)
    {
        const string title = "Riparto del fondo tra le ATS";
        Dictionary<string, TerritoryUnit> units = analysis.Snapshot.Units(AreaLevel.Ats).ToDictionary(u => u.Name, StringComparer.Ordinal);
        ImmutableArray<AtsAllocation> all = FundAllocation.Allocate(analysis.Snapshot, analysis.Rules);
        ImmutableArray<Row> rows =
        [
            .. all.Where(a => ats is null || a.Ats == ats)
                .Select(a => new Row(a, units[a.Ats]))
                .OrderBy(r => r.Unit.Code, StringComparer.Ordinal),
        ];
        FundParameters fund = analysis.Rules.Fund;
        var totals = new JsonObject
        {
            ["fondo_eur"] = fund.Total,
            ["assegnazione_eur"] = rows.Sum(r => r.Item.Assigned),
            ["residuo_eur"] = rows.Sum(r => r.Item.Remainder),
            ["residenti"] = rows.Sum(r => r.Item.Residents),
            ["parte_uguale_pct"] = fund.EqualSharePercent,
            ["parte_residenti_pct"] = fund.ResidentsSharePercent,
            ["tetto_progetto_eur"] = fund.ProjectCapEur,
            ["tetto_progetto_mesi"] = fund.ProjectMonths,
            ["clausola"] = analysis.Rules.Cite("R12"),
        };
        var boundaries = new Boundaries(analysis.Snapshot);
        JsonObject meta = Meta.Of(analysis, title, usesTravel: false, totals);
        meta["avvertenze"]!.AsArray().Add((JsonNode)string.Create(
            CultureInfo.InvariantCulture,
            $"Ogni progetto può avere al più {fund.ProjectCapEur.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.')} euro per {fund.ProjectMonths} mesi, nel limite dell'assegnazione dell'ATS (R15)."));
        return Shape.Make(Name, title, rows, r => boundaries.Of(r.Unit), meta);
    }
}
