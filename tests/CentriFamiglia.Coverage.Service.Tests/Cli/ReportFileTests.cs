using System.Text.Json;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary><c>import --rapporto FILE</c>, and the report on the terminal.</summary>
public sealed class ReportFileTests(FilledStore store) : IDisposable
{
    private const string Header = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n";
    private const string Refused = Header + "S1,Uno,hub,R9,097042,9.39,45.85,24/7\nS2,Due,capo,,016024,9.39,45.85,24/7\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-rapporto-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Refused, 2, "2")]
    [InlineData(Refused, 2, "2", "--dry-run")]
    [InlineData(Header + "S1,Uno,hub,,097042,9.39,45.85,24/7\n", 0, "0")]
    [InlineData(Header + "S1,Uno,hub,,097042,9.39,45.85,24/7\n", 0, "0", "--dry-run")]
    public async Task A_page_is_written_of_every_import_done_refused_or_tried(string rows, int code, string refused, params string[] options)
    {
        string page = Path.Combine(_folder, "rapporto.html");
        (int Code, string Output, string Error) import = await ImportAsync(rows, [.. options, "--rapporto", page]);

        import.Code.ShouldBe(code, import.Error);
        import.Error.ShouldEndWith($"Rapporto scritto in {page}.{Environment.NewLine}");
        XElement html = XDocument.Parse(await File.ReadAllTextAsync(page, Cancel)).Root!;
        html.Descendants("table").First().Descendants("td").ElementAt(3).Value.ShouldBe(refused);
        html.Descendants("a").Count().ShouldBe(int.Parse(refused, System.Globalization.CultureInfo.InvariantCulture));
        html.Value.Contains("Simulazione: nessun dato è stato scritto.", StringComparison.Ordinal).ShouldBe(options.Length > 0);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_table_is_written_as_the_format_of_that_name_writes_it(string format)
    {
        string file = Path.Combine(_folder, "rapporto." + format);
        (int Code, string Output, string Error) import = await ImportAsync(Refused, "--format", format, "--rapporto", file);

        (await File.ReadAllTextAsync(file, Cancel)).ShouldBe(import.Output);
        if (format == "json")
            JsonDocument.Parse(import.Output).RootElement.GetProperty("meta").GetProperty("gruppi")[0].GetProperty("codice").GetString().ShouldBe("rete_sconosciuta");
        else
            import.Output.Split('\n').Skip(1).Where(l => l.Contains("rifiutata", StringComparison.Ordinal)).Select(l => l.Split(',')[3] + " " + l.Split(',')[6])
                .ShouldBe(["S1 rete_sconosciuta", "S2 valore_non_ammesso", "S2 coordinate_fuori_comune"]);
    }

    [Theory]
    [InlineData("rapporto.pdf", "non ha un'estensione conosciuta")]
    [InlineData("manca/rapporto.html", "la cartella di")]
    [InlineData("dati/sedi.csv", "il file è l'archivio, o quello da importare")]
    public async Task A_report_that_cannot_stand_there_stops_the_import_before_it_begins(string name, string reason)
    {
        (int Code, string Output, string Error) import = await ImportAsync(Refused, "--rapporto", Path.Combine(_folder, name));

        import.Code.ShouldBe(2);
        import.Output.ShouldBeEmpty();
        import.Error.ShouldStartWith("Errore: --rapporto: ");
        import.Error.ShouldContain(reason);
        (await File.ReadAllTextAsync(Path.Combine(_folder, "dati", "sedi.csv"), Cancel)).ShouldBe(Refused);
    }

    [Fact]
    public async Task A_report_among_the_files_to_import_would_be_read_the_next_time()
    {
        await ImportAsync(Refused);
        string folder = Path.Combine(_folder, "dati");
        using StringWriter output = new(), error = new();

        (await CommandLine.RunAsync(["import", folder, "--store", store.Copy(), "--rapporto", Path.Combine(folder, "rapporto.csv")], output, error)).ShouldBe(2);

        error.ToString().ShouldContain("il rapporto starebbe nella cartella da importare");
    }

    [Fact]
    public async Task On_the_terminal_the_report_fits_120_columns_and_loses_no_word()
    {
        string longRow = $"S3,{string.Join(' ', Enumerable.Repeat("parola", 40))},{string.Join(' ', Enumerable.Range(1, 60).Select(i => $"ruolo{i}"))},,097042,9.39,45.85,24/7\n";
        (int Code, string Output, string Error) import = await ImportAsync(Refused + longRow);

        import.Output.Split('\n').Max(line => line.TrimEnd().Length).ShouldBeLessThanOrEqualTo(120);
        foreach (int i in Enumerable.Range(1, 60))
            import.Output.ShouldContain($"ruolo{i}");
        import.Output.ShouldContain("rimedio: Scrivere uno di: hub, spoke, non_dichiarato.");
        import.Output.ShouldContain("riga 2 (S1)");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Output, string Error)> ImportAsync(string rows, params string[] options)
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "dati")).FullName, "sedi.csv");
        await File.WriteAllTextAsync(file, rows, Cancel);
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(["import", file, "--store", store.Copy(), .. options], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
