using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers.Findings;

/// <summary>Which findings are wanted; null leaves a choice open.</summary>
internal sealed record FindingFilter(string? Rule, string? Ats, string? Verdict, string? Network)
{
    public static FindingFilter All { get; } = new(null, null, null, null);

    public bool Takes(ActFinding finding) =>
        (Rule is null || finding.Rule == Rule)
        && (Ats is null || finding.Ats == Ats)
        && (Verdict is null || finding.Outcome.ToText() == Verdict)
        && (Network is null || finding.Network == Network);
}

/// <summary>Every rule of the act on every subject: the layer <c>rilievi</c>.</summary>
internal static class FindingLayer
{
    public const string Name = "rilievi";

    public static LayerShape<ActFinding> Shape { get; } = new(
    [
        new("regola", ColumnType.Text, "Regola, da R1 a R18.", f => f.Rule, "R8"),
        new("sezione", ColumnType.Text, "Punto dell'Allegato A.", f => f.Section, "3.3"),
        new("esito", ColumnType.Text, "conforme, non_conforme, non_dichiarato, informativo.", f => f.Outcome.ToText(), "non_conforme") { Words = OutcomeText.Words.Written },
        new("livello", ColumnType.Text, "Di che cosa si parla: ambito, distretto, ats, rete, sede.", f => f.SubjectKind, "rete")
        {
            Words = [.. CommonColumns.LevelWords(AreaLevel.Ats), "rete", "sede"],
        },
        new("codice", ColumnType.Text, "Chiave dell'area, oppure identificativo della rete o della sede.", f => f.Subject, "BG01"),
        new("nome", ColumnType.Text, "Nome dell'area, della rete o della sede.", f => f.Name, "Rete dimostrativa Bergamo BG01"),
        new("ats", ColumnType.Text, "ATS; vuoto: non nota.", f => f.Ats, "Bergamo"),
        new("cifre", ColumnType.Text, "Le cifre dietro l'esito, nome=valore separate da ;.", f => string.Join(';', f.Figures), "ore_somma=15;ore_unione=12"),
        new("motivo", ColumnType.Text, "Perché.", f => f.Reason, "Gli spazi non sono tutti dichiarati."),
        new("rimedio", OrNull.Text, "Che cosa fare; vuoto se è conforme.", f => f.Cure.Length == 0 ? null : f.Cure, null),
        new("citazione", ColumnType.Text, "Parole dell'atto.", f => f.Quote, "almeno quattro spazi"),
        new("atto", ColumnType.Text, "Atto da cui vengono le parole.", f => f.Act, "D.G.R. Lombardia XII/1507 del 13 dicembre 2023"),
        new("rete", OrNull.Text, "Rete della sede, o la rete stessa.", f => f.Network, "BG01"),
        CommonColumns.Demonstration<ActFinding>(f => f.Demonstration),
    ]);

    /// <param name="analysis">What the findings rest on.</param>
    /// <param name="declared">What the user declares beyond the data; null for nothing.</param>
    public static Layer Make(Analysis analysis, FindingFilter filter, ActDeclarations? declared = null)
    {
        const string title = "Rilievi sulle regole dell'atto";
        ImmutableArray<ActFinding> all = declared is null ? analysis.Findings : ActRules.Evaluate(analysis.State, declared);
        ImmutableArray<ActFinding> findings = [.. all.Where(filter.Takes)];
        var places = new Places(analysis.Snapshot);
        Provenance provenance = new(analysis, title, usesTravel: true, Totals(findings), filter.Ats);
        if (declared is not null)
        {
            provenance = provenance.With("dichiarato", new JsonObject
            {
                ["condivisa"] = new JsonObject(declared.SharedWithCabina.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)Cells.Date(d.Value)))),
                ["residui_anni_precedenti_eur"] = new JsonObject(declared.Ledgers.Select(l => KeyValuePair.Create(l.Key, (JsonNode?)l.Value.Residual))),
            });
        }

        return Shape.Make(Name, findings, places.Of, provenance);
    }

    private static JsonObject Totals(ImmutableArray<ActFinding> findings)
    {
        var totals = new JsonObject { ["rilievi"] = findings.Length };
        foreach (Outcome outcome in Enum.GetValues<Outcome>())
            totals[outcome.ToText()] = findings.Count(f => f.Outcome == outcome);
        totals["non_conforme_per_regola"] = new JsonObject(findings
            .Where(f => f.Outcome is Outcome.NonConforme)
            .CountBy(f => f.Rule, StringComparer.Ordinal)
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value)));
        return totals;
    }

    /// <summary>One point for each subject: the sede itself, the Hub of a network, the seat of the most populous comune of an area.</summary>
    private sealed class Places(TerritorySnapshot snapshot)
    {
        private readonly Dictionary<string, Site> _sites = snapshot.Sites.ToDictionary(s => s.Site.Id.Value, s => s.Site, StringComparer.Ordinal);
        private readonly ILookup<string?, Site> _networks = snapshot.Sites.Select(s => s.Site)
            .OrderBy(s => s.Role).ThenBy(s => s.Id).ToLookup(s => s.Network?.Value, StringComparer.Ordinal);
        private readonly Dictionary<string, Seat> _seats = Enum.GetValues<AreaLevel>()
            .SelectMany(level => snapshot.Units(level))
            .Where(u => u.IsLoaded)
            .Select(u => (u, Seat: u.Comuni.Select(c => snapshot.Comuni[c]).Where(c => c.Seat is not null).MaxBy(c => c.Residents ?? 0)?.Seat))
            .Where(p => p.Seat is not null)
            .ToDictionary(p => $"{p.u.Level.ToText()}/{p.u.Code}", p => p.Seat!, StringComparer.Ordinal);

        public Point? Of(ActFinding finding) => finding.SubjectKind switch
        {
            "sede" => _sites.TryGetValue(finding.Subject, out Site? site) ? Cells.Point(site) : null,
            "rete" => _networks[finding.Subject].FirstOrDefault() is { } first ? Cells.Point(first) : null,
            _ => _seats.TryGetValue($"{finding.SubjectKind}/{finding.Subject}", out Seat? seat) ? Cells.Point(seat.Lon, seat.Lat) : null,
        };
    }
}
