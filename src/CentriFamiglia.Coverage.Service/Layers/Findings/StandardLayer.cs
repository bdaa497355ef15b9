using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Service.Layers.Areas;

namespace CentriFamiglia.Coverage.Service.Layers.Findings;

/// <summary>The local standard on every Ambito and Distretto: the layer <c>standard-locale</c>; and the register itself, <c>eccezioni</c>.</summary>
internal static class StandardLayer
{
    public const string Name = "standard-locale";

    public static LayerShape<StandardRow> Shape { get; } = new(
    [
        new("livello", ColumnType.Text, "ambito o distretto.", r => r.Unit.Level.ToText(), "ambito") { Words = CommonColumns.LevelWords(AreaLevel.Distretto) },
        CommonColumns.AreaCode<StandardRow>(r => r.Unit.Code, "bormio"),
        CommonColumns.AreaName<StandardRow>(r => r.Unit.Name, "Bormio"),
        new("ats", ColumnType.Text, "ATS di appartenenza.", r => r.Unit.Ats, "Montagna"),
        new("stato", ColumnType.Text, "rispettato, non_rispettato, eccezione, eccezione_scaduta (torna aperta), non_dichiarato.", r => r.State.ToText(), "eccezione")
        {
            Words = StandardStateText.Words.Written,
        },
        new("residenti", OrNull.Number, "Residenti dell'area, persone.", r => r.Residents, 25_000.0),
        new("residenti_entro_limite", OrNull.Number, "Residenti con una sede entro i minuti della classe SNAI, estremo compreso.", r => r.Within, 20_000.0),
        new("quota_entro_limite_pct", OrNull.Number, "Loro quota, per cento; vuoto: nessun residente.", r => r.SharePercent is { } share ? Math.Round(share, 4) : null, 80.0),
        new("quota_richiesta_pct", ColumnType.Number, "Quota che lo standard richiede nell'ATS alla data.", r => r.RequiredPercent, 90.0),
        new("fino_al", OrNull.Text, "Ultimo giorno dell'eccezione; vuoto: nessuna.", r => Cells.Date(r.Exception?.Until), "2026-12-31"),
        new("motivo_eccezione", OrNull.Text, "Perché l'area può restare sotto lo standard.", r => r.Exception?.Reason, "Sede in ristrutturazione"),
        new("responsabile", OrNull.Text, "Chi ne risponde.", r => r.Exception?.Who, "Cabina di Regia"),
        new("nota", ColumnType.Text, "Che cos'è questo standard.", _ => LocalStandard.Label, LocalStandard.Label),
    ]);

    public static Layer Make(Analysis analysis, string? state, string? ats)
    {
        const string title = $"Standard locale ({LocalStandard.Label})";
        ExceptionRegister register = ExceptionRegister.In(analysis.Snapshot.Content);
        ImmutableArray<StandardRow> rows =
        [
            .. LocalStandard.Evaluate(analysis.State, register)
                .Where(r => (ats is null || r.Unit.Ats == ats) && (state is null || r.State.ToText() == state))
                .OrderBy(r => r.Unit.Code, StringComparer.Ordinal)
                .ThenBy(r => r.Unit.Level),
        ];
        var totals = new JsonObject { ["eccezioni_registrate"] = register.Exceptions.Length };
        foreach (StandardState each in Enum.GetValues<StandardState>())
            totals[each.ToText()] = rows.Count(r => r.State == each);
        Provenance provenance = new Provenance(analysis, title, usesTravel: true, totals, ats).WithWarnings($"Lo standard locale è un {LocalStandard.Label}.");
        if (rows.Count(r => r.State == StandardState.Expired) is > 0 and var expired)
            provenance = provenance.WithWarnings($"Eccezioni scadute che tornano aperte: {expired}.");
        var boundaries = new Boundaries(analysis.Snapshot);
        return Shape.Make(Name, rows, r => boundaries.Of(r.Unit), provenance);
    }

    /// <summary>The register in the columns of its import.</summary>
    public static Layer Register(Analysis analysis)
    {
        Layer layer = ImportLayers.Eccezioni(analysis.Snapshot.Content);
        return layer with { Meta = new Provenance(analysis, layer.Title, usesTravel: false, new JsonObject { ["eccezioni"] = layer.Rows.Length }).ToJson() };
    }
}
