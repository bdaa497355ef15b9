namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Tells what a table holds from its columns, its geometries and its name.</summary>
internal static class KindDetection
{
    private static readonly (ImportKind Kind, string[] Words)[] _names =
    [
        (ImportKind.Popolazione, ["popolazione", "residenti", "abitanti"]),
        (ImportKind.Matrice, ["matrice", "tempi"]),
        (ImportKind.Eccezioni, ["eccezioni"]),
        (ImportKind.Dichiarazioni, ["dichiarazioni"]),
        (ImportKind.Unita, ["unita", "appartenenz"]),
        (ImportKind.Punti, ["punti"]),
        (ImportKind.Reti, ["reti"]),
        (ImportKind.Sedi, ["sedi", "centri"]),
        (ImportKind.Comuni, ["comuni"]),
    ];

    /// <summary>The kinds that the table may be: exactly one when it can be told.</summary>
    public static ImmutableArray<ImportKind> Candidates(SourceTable table)
    {
        bool polygons = table.Rows.Any(r => r.Geometry is NetTopologySuite.Geometries.IPolygonal);
        string name = HeaderText.Normalise(Path.GetFileNameWithoutExtension(table.Name));
        ImportKind[] named = [.. _names.Where(n => n.Words.Any(w => name.Contains(w, StringComparison.Ordinal))).Select(n => n.Kind)];
        ImportKind[] complete =
        [
            .. ImportKinds.All
                .Select(kind => (Kind: kind, Columns: ColumnMap.Match(table, kind)))
                .Where(k => k.Columns.Missing.IsEmpty && (named is [var one] && one == k.Kind || Fits(k.Kind, k.Columns, table, polygons)))
                .Select(k => k.Kind),
        ];
        if (complete.Length == 0)
            return [.. named.Take(1)];
        ImportKind[] both = [.. complete.Intersect(named)];
        return [.. both.Length == 1 ? both : Narrowest(complete)];
    }

    private static bool Fits(ImportKind kind, ColumnMap columns, SourceTable table, bool polygons) => kind switch
    {
        ImportKind.Comuni => polygons || table.Rows.Any(r => r.GeometryError is not null),
        ImportKind.Punti or ImportKind.Sedi => !polygons && ((columns.Has("lon") && columns.Has("lat")) || table.Rows.Any(r => r.Geometry is not null)),
        _ => true,
    };

    /// <summary>A kind whose required columns all belong to another candidate too says less than that one.</summary>
    private static ImportKind[] Narrowest(ImportKind[] kinds)
    {
        ImportKind[] left = kinds;
        if (left.Contains(ImportKind.Punti) || left.Contains(ImportKind.Sedi))
            left = [.. left.Where(k => k is not (ImportKind.Popolazione or ImportKind.Reti))];
        return left;
    }
}
