using Npgsql;
using NpgsqlTypes;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>The tables that are selected among, as SQL: where their rows are, and what of them an answer shows.</summary>
internal static class PostGisRows
{
    /// <summary>After <c>from</c>.</summary>
    /// <param name="values">Gets the parameters.</param>
    public static string Of(SelectedTable table, string? set, ImmutableArray<DemandPoint> others, List<object> values)
    {
        switch (table)
        {
            case SelectedTable.Comuni:
                return "coverage.comuni";
            case SelectedTable.Sedi:
                values.Add(set ?? throw new ArgumentNullException(nameof(set)));
                return $"(select *, ST_X(geom) as lon, ST_Y(geom) as lat from coverage.sedi where set_sedi = ${values.Count}) sedi";
            default:
                const string columns = "id, pro_com_t, lon, lat, residenti, famiglie, eta_0_14, eta_65_oltre";
                const string stored = "select id, pro_com_t, ST_X(geom) as lon, ST_Y(geom) as lat, residenti, famiglie, eta_0_14, eta_65_oltre, geom from coverage.punti";
                if (others.IsEmpty)
                    return $"({stored}) punti";
                int first = values.Count + 1;
                values.AddRange([
                    Texts(others.Select(p => p.Id.Value)), Texts(others.Select(p => p.Comune.Value)),
                    Numbers(others.Select(p => (double?)p.Lon)), Numbers(others.Select(p => (double?)p.Lat)), Numbers(others.Select(p => (double?)p.Residents)),
                    Numbers(others.Select(p => p.Families)), Numbers(others.Select(p => p.Children)), Numbers(others.Select(p => p.Elderly)),
                ]);
                string arrays = string.Join(", ", Enumerable.Range(first, 8).Select(i => $"${i}"));
                return $"({stored} union all select {columns}, ST_SetSRID(ST_MakePoint(lon, lat), 4326) from unnest({arrays}) as altri ({columns})) punti";
        }
    }

    /// <summary>Those in a box: to send and read the others of a region takes many times as long as a tile of a town does.</summary>
    public static ImmutableArray<DemandPoint> In(Envelope box, ImmutableArray<DemandPoint> points) => [.. points.Where(p => box.Contains(p.Lon, p.Lat))];

    /// <summary>What tells one row from another, as answers name it.</summary>
    public static string Id(SelectedTable table) => table switch
    {
        SelectedTable.Comuni => "pro_com_t",
        SelectedTable.Sedi => "site_id",
        _ => "id",
    };

    /// <summary>What an answer shows of a column: a seat and the ages are known as a whole or not at all.</summary>
    public static string Value(SelectedTable table, string name) => (table, name) switch
    {
        (SelectedTable.Comuni, "sede_lon" or "sede_lat" or "sede_fonte") => $"(case when num_nulls(sede_lon, sede_lat, sede_fonte) = 0 then {name} end)",
        (SelectedTable.Comuni, "eta_0_14" or "eta_65_oltre" or "eta_anno" or "eta_fonte") => $"(case when num_nulls(eta_0_14, eta_65_oltre, eta_fonte) = 0 then {name} end)",
        _ => name,
    };

    public static bool IsText(string name) => name is "pro_com_t" or "nome" or "provincia" or "sede_fonte" or "eta_fonte" or "site_id" or "name" or "network_id" or "manager_kind"
        or "address" or "phone" or "email" or "web" or "source" or "source_date";

    private static NpgsqlParameter Texts(IEnumerable<string> texts) => new() { Value = texts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static NpgsqlParameter Numbers(IEnumerable<double?> numbers) => new() { Value = numbers.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double };
}
