using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Writing;

/// <summary>The rule sets at hand, one row each.</summary>
internal static class RuleSetLayer
{
    public static LayerShape<Line> Shape { get; } = new(
    [
        new("id", ColumnType.Text, "Da scrivere in regole=.", l => l.Id, "dgr-xii-1507-2023"),
        new("titolo", OrNull.Text, "Titolo; null: il testo non si legge.", l => l.Set?.Title, "D.G.R. Lombardia XII/1507 del 13 dicembre 2023"),
        new("origine", ColumnType.Text, "programma, avvio (chi l'ha avviato con --rules) o ufficio (tenuto nell'archivio).", l => RuleCatalog.Origins.Of(l.Origin), "programma")
        {
            Words = RuleCatalog.Origins.Written,
        },
        new("in_uso", ColumnType.Boolean, "Se vale dove nessuno ne indica uno.", l => l.Holds, true),
        new("base", OrNull.Text, "L'insieme del programma di cui è una variante.", l => l.Set?.BasedOn, null),
        new("sha256", OrNull.Text, "Impronta del testo.", l => l.Set?.Sha256, "ce5060b49951c1c001f7f7333fe4dc110d89932a5e84060ed17e68a6910321ba"),
        new("problema", OrNull.Text, "Perché il testo non si legge.", l => l.Problem, null),
    ]);

    /// <param name="rules">Those at hand.</param>
    public static Layer Make(RuleCatalog rules)
    {
        IEnumerable<Line> lines =
        [
            .. rules.Sets.Select(s => new Line(s.Id, rules.OriginOf(s), s, Holds(s.Id), null)),
            .. rules.Office.Sets.Where(s => s.Set is null).Select(s => new Line(s.Id, RuleOrigin.Office, null, Holds(s.Id), s.Problem)),
        ];
        JsonObject meta = DeskMeta.Of("Insiemi di regole", new JsonObject { ["insiemi"] = lines.Count() });
        meta["in_uso"] = rules.Holds;
        return Shape.Make("regole", "Insiemi di regole", lines, _ => null, meta);

        bool Holds(string id) => id.Equals(rules.Holds, StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="Set">Null where the text is not read.</param>
    internal sealed record Line(string Id, RuleOrigin Origin, RuleSet? Set, bool Holds, string? Problem);
}
