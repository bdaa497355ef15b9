namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// Tells what a table holds from its mark, its columns, its geometries and its name. Every kind asks for evidence of its own: an id and a
/// name are those of anything.
/// </summary>
internal static class KindDetection
{
    private static readonly (ImportKind Kind, string[] Words)[] _names =
    [
        (ImportKind.Popolazione, ["popolazione", "residenti", "abitanti", "posas"]),
        (ImportKind.Eta, ["pereta", "fascedieta", "fasceeta", "etacomuni", "etadeicomuni"]),
        (ImportKind.Matrice, ["matrice", "tempi"]),
        (ImportKind.Eccezioni, ["eccezioni"]),
        (ImportKind.Dichiarazioni, ["dichiarazioni"]),
        (ImportKind.Unita, ["unita", "appartenenz"]),
        (ImportKind.Punti, ["punti"]),
        (ImportKind.Reti, ["reti"]),
        (ImportKind.Sedi, ["sedi", "centri"]),
        (ImportKind.Comuni, ["comuni"]),
    ];

    /// <summary>Headers under which the columns of other kinds pass as well: they are no evidence.</summary>
    private static readonly string[] _ofAnything =
    [
        "id", "codice", "identificativo", "nome", "name", "denominazione", "titolo", "tipo", "progetto", "rete", "totale", "peso", "x", "y", "punto", "centro",
        "sede", "ats", "progettualita",
    ];

    private static readonly Dictionary<ImportKind, string[]> _evidence = new()
    {
        [ImportKind.Unita] = ["asst", "distretto", "ambito"],
        [ImportKind.Popolazione] = ["residenti"],
        [ImportKind.Eta] = ["eta_0_14", "eta_65_oltre"],
        [ImportKind.Punti] = ["lon", "lat", "residenti"],
        [ImportKind.Reti] = ["network_id", "contribution_eur", "months", "caregiver_action", "acceptance_date", "extension_date", "partner_count"],
        [ImportKind.Sedi] = ["role", "opening_hours", "lon", "lat", "wheelchair", "spaces", "services", "declared_ambiti", .. WeekColumns.Specs.Select(s => s.Name)],
        [ImportKind.Matrice] = ["from", "to", "minutes"],
        [ImportKind.Eccezioni] = ["motivo", "responsabile", "fino_al"],
        [ImportKind.Dichiarazioni] = ["residui_eur", "speso_eur", "condivisa"],
    };

    /// <summary>The kinds that the table may be: exactly one when it can be told. One of which a column is missing is told too, so that the report names the column.</summary>
    public static ImmutableArray<ImportKind> Candidates(SourceTable table)
    {
        if (table.Mark is { } mark && ImportKinds.TryParse(mark, out ImportKind marked))
            return [marked];
        bool polygons = table.Rows.Any(r => r.Geometry is IPolygonal);
        string name = HeaderText.Normalise(Path.GetFileNameWithoutExtension(table.Name) + ' ' + table.Part);
        ImportKind[] named = [.. _names.Where(n => n.Words.Any(w => name.Contains(w, StringComparison.Ordinal))).Select(n => n.Kind)];
        (ImportKind Kind, ColumnMap Columns, int Evidence)[] kinds = [.. ImportKinds.All.Select(kind => Weigh(table, kind))];
        ImportKind[] complete =
        [
            .. kinds
                .Where(k => k.Columns.Missing.IsEmpty && (named is [var one] && one == k.Kind || k.Evidence > 0) && Fits(k.Kind, k.Columns, table, polygons, named))
                .Select(k => k.Kind),
        ];
        if (complete.Length == 0)
            return Incomplete([.. kinds.Where(k => k.Kind != ImportKind.Reti || !IsOfSedi(table))], [.. named.Where(n => n != ImportKind.Reti || !IsOfSedi(table))]);
        ImportKind[] both = [.. complete.Intersect(named)];
        return [.. both.Length == 1 ? both : Narrowest(complete)];
    }

    /// <summary>Whether the table counts both the residents and the ages of comuni: it is read twice.</summary>
    public static bool IsOfResidentsAndAges(SourceTable table) => table.Mark is null
        && Candidates(table) is [_, ..] candidates && candidates.All(k => k is ImportKind.Popolazione or ImportKind.Eta)
        && Weigh(table, ImportKind.Popolazione) is { Columns.Missing.IsEmpty: true, Evidence: > 0 } && Weigh(table, ImportKind.Eta).Columns.Missing.IsEmpty;

    private static (ImportKind Kind, ColumnMap Columns, int Evidence) Weigh(SourceTable table, ImportKind kind)
    {
        ColumnMap columns = ColumnMap.Match(table, kind);
        return (kind, columns, kind == ImportKind.Comuni ? 1 : _evidence[kind].Count(IsOfItsOwn));

        bool IsOfItsOwn(string column) =>
            columns.HeaderOf(column) is { } header && !_ofAnything.Contains(HeaderText.OfHeader(header), StringComparer.Ordinal);
    }

    private static bool Fits(ImportKind kind, ColumnMap columns, SourceTable table, bool polygons, ImportKind[] named) => kind switch
    {
        ImportKind.Comuni => polygons || table.Rows.Any(r => r.GeometryError is not null) || named is [ImportKind.Comuni],
        ImportKind.Punti => !polygons && ((columns.Has("lon") && columns.Has("lat")) || table.Rows.Any(r => r.Geometry is not null) || named is [ImportKind.Punti]),
        // Polygons in a file of sedi by name and columns are drawn wrong, and no comuni.
        ImportKind.Sedi => !polygons || named is [ImportKind.Sedi],
        // What has the columns of a sede is a list of sedi whatever it is called.
        ImportKind.Reti => !IsOfSedi(table),
        _ => true,
    };

    /// <summary>A role, or a place with hours in a comune, is what a sede has and a network has not.</summary>
    public static bool IsOfSedi(SourceTable table)
    {
        ColumnMap sedi = ColumnMap.Match(table, ImportKind.Sedi);
        return sedi.Has("role") || (sedi.Has("pro_com_t") && (sedi.Has("lon") || sedi.Has("lat") || sedi.Has("opening_hours")));
    }

    /// <summary>No kind has all its columns: the one that the name says, or else the one that at least two columns of its own say.</summary>
    private static ImmutableArray<ImportKind> Incomplete((ImportKind Kind, ColumnMap Columns, int Evidence)[] kinds, ImportKind[] named)
    {
        ImportKind? strongest = kinds
            .Where(k => k.Kind != ImportKind.Comuni && k.Evidence >= 2)
            .OrderByDescending(k => k.Evidence)
            .Select(k => (ImportKind?)k.Kind)
            .FirstOrDefault();
        return named is [var one] ? [one] : strongest is { } kind ? [kind] : [.. named.Take(1)];
    }

    /// <summary>A kind whose required columns all belong to another candidate too says less than that one.</summary>
    private static ImportKind[] Narrowest(ImportKind[] kinds)
    {
        ImportKind[] left = kinds;
        if (left.Contains(ImportKind.Punti) || left.Contains(ImportKind.Sedi))
            left = [.. left.Where(k => k is not (ImportKind.Popolazione or ImportKind.Eta or ImportKind.Reti or ImportKind.Unita))];
        return left;
    }
}
