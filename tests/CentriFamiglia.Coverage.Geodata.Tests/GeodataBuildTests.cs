using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Geodata.Sources;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Index.Strtree;

namespace CentriFamiglia.Coverage.Geodata.Tests;

public sealed class GeodataBuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geodata-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void The_sources_give_the_shipped_bytes()
    {
        GeodataBuild.Run(Paths.Sources, _folder, TextWriter.Null);

        string[] built = [.. Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        built.ShouldBe(Directory.GetFiles(Paths.Shipped).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        foreach (string file in built)
            File.ReadAllBytes(Path.Combine(_folder, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Paths.Shipped, file))).ShouldBeTrue(file);
    }

    [Fact]
    public void Areas_stay_within_two_per_cent_of_a_comune_and_one_in_a_thousand_of_the_region()
    {
        Dictionary<ComuneCode, Comune> source = SourceTerritory.ReadComuni(Paths.Sources).ToDictionary(c => c.Code);
        TerritoryContent shipped = GeodataFolder.Read(Paths.Shipped);

        shipped.Comuni.Where(c => Math.Abs((c.Boundary.Area / source[c.Code].Boundary.Area) - 1) > 0.02).Select(c => c.Code.Value).ShouldBeEmpty();
        (shipped.Comuni.Sum(c => c.Boundary.Area) / source.Values.Sum(c => c.Boundary.Area)).ShouldBe(1, 0.001);
    }

    [Fact]
    public void Neighbours_stay_neighbours_and_no_others_become_so()
    {
        string[] source = Neighbours(SourceTerritory.ReadComuni(Paths.Sources));

        Neighbours(GeodataFolder.Read(Paths.Shipped).Comuni).ShouldBe(source);
        source.Length.ShouldBeGreaterThan(4000);
    }

    [Fact]
    public void A_folder_of_sources_that_is_not_there_is_named() =>
        Refusal(Path.Combine(_folder, "altrove")).ShouldContain("altrove");

    [Fact]
    public void A_missing_source_is_named_and_nothing_is_written()
    {
        CopySources("popolazione_2023-01-01.csv", null);

        Refusal(_folder).ShouldContain("'popolazione_2023-01-01.csv'");
        Directory.Exists(Path.Combine(_folder, "out")).ShouldBeFalse();
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        CopySources("famiglie_2020.csv", text => text.Replace("famiglie,", "nuclei,", StringComparison.Ordinal));

        Refusal(_folder).ShouldContain("manca la colonna 'famiglie'");
    }

    [Fact]
    public void A_cell_that_does_not_fit_is_named_with_file_row_and_column()
    {
        CopySources("popolazione_2023-01-01.csv", text => text.Replace("012001,Agra,2.7953,407,391", "012001,Agra,2.7953,407,tanti", StringComparison.Ordinal));

        Refusal(_folder).ShouldContain("File 'popolazione_2023-01-01.csv', riga 2, colonna 'pop_residente_2022_12_31': 'tanti'");
    }

    [Fact]
    public void A_comune_missing_from_a_joined_source_is_named()
    {
        CopySources("famiglie_2020.csv", text => text.Replace("\n012009,", "\n999009,", StringComparison.Ordinal));

        Refusal(_folder).ShouldContain("manca il comune 012009");
    }

    [Fact]
    public void A_lake_that_is_no_surface_is_named()
    {
        CopySources("laghi.geojson", _ => """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"nome":"Lago d'Orta","km2":14.8},"geometry":{"type":"Point","coordinates":[8.4,45.8]}}]}
            """);

        Refusal(_folder).ShouldContain("File 'laghi.geojson', riga 1, colonna 'geometry': manca un poligono.");
    }

    private string Refusal(string sources) =>
        Should.Throw<SourceFileException>(() => GeodataBuild.Run(sources, Path.Combine(_folder, "out"), TextWriter.Null)).Message;

    private void CopySources(string changed, Func<string, string>? change)
    {
        foreach (string path in Directory.GetFiles(Paths.Sources))
        {
            string file = Path.GetFileName(path);
            if (file != changed)
                File.Copy(path, Path.Combine(_folder, file));
            else if (change is not null)
                File.WriteAllText(Path.Combine(_folder, file), change(File.ReadAllText(path)));
        }
    }

    /// <summary>Pairs whose boundaries share a stretch or a point, by relate, not by the graph that simplified them.</summary>
    private static string[] Neighbours(IReadOnlyList<Comune> comuni)
    {
        var index = new STRtree<Comune>();
        foreach (Comune comune in comuni)
            index.Insert(comune.Boundary.EnvelopeInternal, comune);
        return [.. comuni
            .SelectMany(a =>
            {
                var prepared = NetTopologySuite.Geometries.Prepared.PreparedGeometryFactory.Prepare(a.Boundary);
                return index.Query(a.Boundary.EnvelopeInternal)
                    .Where(b => a.Code.CompareTo(b.Code) < 0 && prepared.Intersects(b.Boundary))
                    .Select(b => $"{a.Code}-{b.Code}");
            })
            .Order(StringComparer.Ordinal)];
    }
}
