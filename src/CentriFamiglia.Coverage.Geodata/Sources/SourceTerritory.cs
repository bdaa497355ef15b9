namespace CentriFamiglia.Coverage.Geodata.Sources;

/// <summary>Joins the source files into comuni (boundaries not yet simplified) and memberships.</summary>
internal static class SourceTerritory
{
    /// <summary>ISTAT code of a comune of 2023 and those of its predecessors, under which the files of 2020 hold it.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Predecessors = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        // Bardello con Malgesso e Bregano, 1 January 2023.
        ["012144"] = ["012009", "012018", "012095"],
    }.ToImmutableDictionary();

    /// <summary>Counted in 2011 and kept as they were counted, on the comuni of 2023.</summary>
    private const string Ages = "eta_2011_comuni_2023.csv";

    public static ImmutableArray<Comune> ReadComuni(string folder)
    {
        Table boundaries = Table.Open(folder, "comuni_2023.geojson", "pro_com_t", "comune", "sigla");
        Dictionary<string, TableRow> people = ByCode(Table.Open(
            folder, "popolazione_2023-01-01.csv", "pro_com_t", "superficie_kmq", "pop_residente_2022_12_31", "altitudine_centro_m", "grado_urbanizzazione"));
        Dictionary<string, TableRow> families = ByCode(Table.Open(folder, "famiglie_2020.csv", "pro_com_t", "famiglie"));
        Dictionary<string, TableRow> ages = ByCode(Table.Open(folder, Ages, "pro_com_t", "eta_0_14", "eta_65_oltre"));
        Dictionary<string, TableRow> classes = ByCode(Table.Open(folder, "aree_interne_2020_classi.csv", "pro_com_t", "classe"));
        Dictionary<string, TableRow> seats = ByCode(Table.Open(folder, "sedi_comunali_geonames.csv", "pro_com_t", "lon", "lat", "source"));
        return [.. boundaries.Rows.Select(Comune).OrderBy(c => c.Code)];

        Comune Comune(TableRow row)
        {
            string code = row.Code().Value;
            TableRow figures = Find(people, code, "popolazione_2023-01-01.csv");
            TableRow age = Find(ages, code, Ages);
            TableRow seat = Find(seats, code, "sedi_comunali_geonames.csv");
            return new Comune
            {
                Code = new ComuneCode(code),
                Name = row.Text("comune"),
                Boundary = row.Boundary(),
                Province = row.Text("sigla"),
                Residents = figures.Integer("pop_residente_2022_12_31"),
                AreaKm2 = figures.Number("superficie_kmq"),
                AltitudeMetres = figures.NumberOrNull("altitudine_centro_m"),
                UrbanDegree = figures.IntegerOrNull("grado_urbanizzazione"),
                Families = Of2020(code, families, "famiglie_2020.csv").Sum(r => r.Integer("famiglie")),
                Ages = new AgeCounts(age.Integer("eta_0_14"), age.Integer("eta_65_oltre"), 2011, "Istat, censimento 2011"),
                Class = Of2020(code, classes, "aree_interne_2020_classi.csv").Max(r => r.Word("classe", Vocabulary.Snai)),
                Seat = new Seat(seat.Number("lon"), seat.Number("lat"), SeatSource(seat.Text("source"))),
            };
        }
    }

    public static ImmutableArray<Membership> ReadMemberships(string folder, string file)
    {
        Table table = Table.Open(folder, file, "pro_com_t", "ats", "asst", "distretto", "ambito", "ambito_status", "distretto_status", "source", "source_date");
        return [.. table.Rows
            .Select(row => new Membership
            {
                Comune = row.Code(),
                Ats = row.Text("ats"),
                Asst = row.Optional("asst"),
                Distretto = row.Optional("distretto"),
                Ambito = row.Optional("ambito"),
                AmbitoStatus = row.Word("ambito_status", Vocabulary.Evidence),
                DistrettoStatus = row.Word("distretto_status", Vocabulary.Evidence),
                Source = row.Optional("source"),
                SourceDate = row.Optional("source_date"),
            })
            .OrderBy(m => m.Comune)];
    }

    private static string SeatSource(string source) => source switch
    {
        "geonames_cities500" => "GeoNames",
        "polygon_representative_point" => "punto interno al poligono",
        _ => source,
    };

    private static IEnumerable<TableRow> Of2020(string code, Dictionary<string, TableRow> rows, string file) =>
        Predecessors.GetValueOrDefault(code, [code]).Select(old => Find(rows, old, file));

    private static TableRow Find(Dictionary<string, TableRow> rows, string code, string file) =>
        rows.TryGetValue(code, out TableRow row)
            ? row
            : throw new SourceFileException($"Nel file '{file}' manca il comune {code}.", "Aggiungere la riga, o usare il file dell'anno indicato nel suo nome.");

    private static Dictionary<string, TableRow> ByCode(Table table)
    {
        var rows = new Dictionary<string, TableRow>(StringComparer.Ordinal);
        foreach (TableRow row in table.Rows)
        {
            if (!rows.TryAdd(row.Code().Value, row))
                throw table.Bad(row.Row, "pro_com_t", $"il comune {row.Code()} è presente due volte.");
        }

        return rows;
    }
}
