using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>The territory as it is stored, in the columns of the import: <c>comuni</c>, <c>unita</c>, <c>popolazione</c>, <c>eta</c>, <c>punti</c>.</summary>
internal static class ComuneLayers
{
    private static readonly LayerShape<Comune> _comuni = new(
    [
        CommonColumns.ComuneCode<Comune>(c => c.Code.Value),
        new("nome", ColumnType.Text, "Nome del comune.", c => c.Name, "Bergamo"),
        new("provincia", OrNull.Text, "Sigla della provincia o città metropolitana.", c => c.Province, "BG"),
        new("residenti", OrNull.Integer, "Residenti, persone.", c => (long?)c.Residents, 119_809L),
        new("famiglie", OrNull.Integer, "Famiglie.", c => (long?)c.Families, 60_000L),
        new("superficie_km2", OrNull.Number, "Superficie, km2.", c => c.AreaKm2, 40.16),
        new("altitudine_m", OrNull.Number, "Altitudine del centro, metri.", c => c.AltitudeMetres, 249.0),
        new("grado_urbanizzazione", OrNull.Integer, "1 città, 2 centro minore o sobborgo, 3 rurale.", c => (long?)c.UrbanDegree, 1L),
        new("classe_snai", OrNull.Text, "Classe della Mappa Aree Interne 2020, da A a F.", c => c.Class?.ToString(), "A") { Words = Vocabulary.Snai.Written },
        new("sede_lon", OrNull.Number, "Longitudine della sede comunale, WGS84.", c => c.Seat?.Lon, 9.66721),
        new("sede_lat", OrNull.Number, "Latitudine della sede comunale, WGS84.", c => c.Seat?.Lat, 45.69601),
        new("sede_fonte", OrNull.Text, "Fonte della sede comunale.", c => c.Seat?.Source, "GeoNames"),
        new("eta_0_14", OrNull.Integer, "Residenti fino a 14 anni, persone; vuoto: non noti.", c => (long?)c.Ages?.Children, 15_188L),
        new("eta_65_oltre", OrNull.Integer, "Residenti di 65 anni e oltre, persone; vuoto: non noti.", c => (long?)c.Ages?.Elderly, 28_430L),
        new("eta_anno", OrNull.Integer, "Anno in cui le età sono state contate.", c => (long?)c.Ages?.Year, 2011L),
        new("eta_fonte", OrNull.Text, "Fonte delle età.", c => c.Ages?.Source, "Istat, censimento 2011"),
    ]);

    private static readonly LayerShape<(Membership Item, Comune? Comune)> _units = new(
    [
        CommonColumns.ComuneCode<(Membership Item, Comune? Comune)>(m => m.Item.Comune.Value),
        new("ats", ColumnType.Text, "ATS.", m => m.Item.Ats, "Bergamo"),
        new("asst", OrNull.Text, "ASST.", m => m.Item.Asst, "ASST Papa Giovanni XXIII"),
        new("distretto", OrNull.Text, "Distretto.", m => m.Item.Distretto, "Bergamo"),
        new("ambito", OrNull.Text, "Ambito.", m => m.Item.Ambito, "Bergamo"),
        new("ambito_status", ColumnType.Text, "Prova dell'Ambito: listed, inferred, unverified.", m => m.Item.AmbitoStatus.ToText(), "listed")
        {
            Words = Vocabulary.Evidence.Written,
        },
        new("distretto_status", ColumnType.Text, "Prova del Distretto: listed, inferred, unverified.", m => m.Item.DistrettoStatus.ToText(), "listed")
        {
            Words = Vocabulary.Evidence.Written,
        },
        .. CommonColumns.Source<(Membership Item, Comune? Comune)>(m => m.Item.Source, m => m.Item.SourceDate),
        .. CommonColumns.Validity<(Membership Item, Comune? Comune)>(m => m.Item.ValidFrom, m => m.Item.ValidTo),
        CommonColumns.ComuneNameOrNull<(Membership Item, Comune? Comune)>(m => m.Comune?.Name),
    ]);

    private static readonly LayerShape<Comune> _population = new(
    [
        CommonColumns.ComuneCode<Comune>(c => c.Code.Value),
        new("residenti", ColumnType.Integer, "Residenti, persone.", c => (long)c.Residents!, 119_809L),
        CommonColumns.ComuneName<Comune>(c => c.Name),
    ]);

    private static readonly LayerShape<Comune> _ages = new(
    [
        CommonColumns.ComuneCode<Comune>(c => c.Code.Value),
        new("eta_0_14", OrNull.Integer, "Residenti fino a 14 anni, persone.", c => (long?)c.Ages?.Children, 15_188L),
        new("eta_65_oltre", OrNull.Integer, "Residenti di 65 anni e oltre, persone.", c => (long?)c.Ages?.Elderly, 28_430L),
        new("anno", OrNull.Integer, "Anno in cui le età sono state contate; vuoto: non noto.", c => (long?)c.Ages?.Year, 2011L),
        new("fonte", OrNull.Text, "Fonte delle età.", c => c.Ages?.Source, "Istat, censimento 2011"),
        CommonColumns.ComuneName<Comune>(c => c.Name),
    ]);

    private static readonly LayerShape<PlacedDemand> _points = new(
    [
        new("id", ColumnType.Text, "Identificativo del punto.", p => p.Point.Id.Value, "016024"),
        new("pro_com_t", ColumnType.Text, "Comune in cui si trova.", p => p.Comune.Value, "016024"),
        .. CommonColumns.Position<PlacedDemand>(p => p.Lon, p => p.Lat, 9.66721, 45.69601),
        new("residenti", ColumnType.Number, "Residenti contati nel punto, persone.", p => p.Point.Residents, 119_809.0),
        new("famiglie", OrNull.Number, "Famiglie contate nel punto; vuoto: la sua parte di quelle del comune.", p => p.Point.Families, 60_000.0),
        new("eta_0_14", OrNull.Number, "Persone fino a 14 anni contate nel punto; vuoto: la sua parte di quelle del comune.", p => p.Point.Children, 15_188.0),
        new("eta_65_oltre", OrNull.Number, "Persone di 65 anni e oltre contate nel punto; vuoto: la sua parte di quelle del comune.", p => p.Point.Elderly, 28_430.0),
    ]);

    public static Layer Comuni(Analysis analysis)
    {
        ImmutableArray<Comune> comuni = analysis.Snapshot.Comuni;
        var totals = new JsonObject { ["comuni"] = comuni.Length, ["residenti"] = comuni.Sum(c => (long)(c.Residents ?? 0)) };
        return Make(_comuni, analysis, "comuni", "Comuni", comuni, c => c.Boundary, totals);
    }

    public static Layer Units(Analysis analysis)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        IEnumerable<(Membership, Comune?)> rows = snapshot.Content.Memberships.OrderBy(m => m.Comune).Select(m => (m, snapshot.FindComune(m.Comune)));
        return Make(_units, analysis, "unita", "Appartenenza dei comuni", rows, _ => null, new JsonObject { ["comuni"] = snapshot.Content.Memberships.Length });
    }

    public static Layer Population(Analysis analysis)
    {
        Comune[] comuni = [.. analysis.Snapshot.Comuni.Where(c => c.Residents is not null)];
        var totals = new JsonObject { ["comuni"] = comuni.Length, ["residenti"] = comuni.Sum(c => (long)c.Residents!) };
        return Make(_population, analysis, "popolazione", "Popolazione residente", comuni, _ => null, totals);
    }

    public static Layer Ages(Analysis analysis)
    {
        Comune[] comuni = [.. analysis.Snapshot.Comuni.Where(c => c.Ages is not null)];
        var totals = new JsonObject
        {
            ["comuni"] = comuni.Length,
            ["eta_0_14"] = comuni.Sum(c => (long)c.Ages!.Children),
            ["eta_65_oltre"] = comuni.Sum(c => (long)c.Ages!.Elderly),
        };
        return Make(_ages, analysis, "eta", "Residenti per età", comuni, _ => null, totals);
    }

    /// <summary>The points that count: the imported ones, or one per comune.</summary>
    public static Layer Points(Analysis analysis)
    {
        PlacedDemands points = analysis.Snapshot.Demand;
        var totals = new JsonObject { ["punti"] = points.Length, ["residenti"] = points.Sum(p => p.Point.Residents) };
        return _points.MakeAsWritten(
            "punti", points, p => Cells.Point(p.Lon, p.Lat), new Provenance(analysis, "Punti di domanda", usesTravel: false, totals));
    }

    private static Layer Make<T>(
        LayerShape<T> shape, Analysis analysis, string name, string title, IEnumerable<T> items, Func<T, Geometry?> geometry, JsonObject totals) =>
        shape.Make(name, items, geometry, new Provenance(analysis, title, usesTravel: false, totals));
}
