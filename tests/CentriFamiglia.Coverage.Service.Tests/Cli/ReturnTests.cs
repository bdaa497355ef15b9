using System.Security.Cryptography;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>What <c>export</c> writes of every kind that <c>import</c> knows comes back with no word of what it is, and changes no byte; answers do not come back.</summary>
public sealed class ReturnTests(FilledStore store) : IDisposable
{
    private static readonly string[] _kinds = [.. ImportKinds.All.Select(k => k.Name())];

    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-ritorno-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats => [".csv", ".csv --italiano", ".csv --wkt", ".xlsx", ".geojson", ".gpkg"];

    public static TheoryData<string> Answers => [.. LayerCatalog.Names.Except(_kinds, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_kind_comes_back_and_changes_no_byte(string format)
    {
        string path = await FullStoreAsync();
        string before = await HashAsync(path);
        string[] options = [.. format.Split(' ').Skip(1)];
        foreach (string kind in _kinds)
        {
            // Under a name that tells nothing.
            string file = Path.Combine(_folder, $"x{Guid.NewGuid():N}{format.Split(' ')[0]}");
            (await RunAsync(path, ["export", kind, "-o", file, .. options])).Code.ShouldBe(0);
            foreach (string[] how in (string[][])[[], ["--replace"]])
            {
                (int code, string output, string error) = await RunAsync(path, ["import", file, "--format", "json", .. how]);
                code.ShouldBe(0, kind + output + error);
                output.ShouldContain($"\"tipo\":\"{kind}\"");
                (await HashAsync(path)).ShouldBe(before, $"{kind} {format} {string.Join(' ', how)} {output}");
            }
        }
    }

    [Fact]
    public async Task A_CSV_that_lost_the_file_beside_it_is_known_by_its_columns()
    {
        string path = await FullStoreAsync();
        string before = await HashAsync(path);
        foreach (string kind in _kinds.Except(["comuni", "punti"], StringComparer.Ordinal))
        {
            string file = Path.Combine(_folder, "elenco.csv");
            await RunAsync(path, "export", kind, "-o", file);
            File.Delete(Path.Combine(_folder, "elenco.meta.json"));
            (int code, string output, string error) = await RunAsync(path, "import", file, "--replace", "--format", "csv");
            code.ShouldBe(0, kind + output + error);
            (await HashAsync(path)).ShouldBe(before, kind);
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_refused_by_its_name_and_without_its_mark_by_its_columns(string layer)
    {
        string path = store.Copy();
        string before = await HashAsync(path);
        foreach (string extension in (string[])[".csv", ".geojson"])
        {
            string file = Path.Combine(_folder, "reti" + extension);
            (int exported, _, string why) = await RunAsync(path, "export", layer, "-o", file);
            exported.ShouldBe(0, why);
            (int code, string output, _) = await RunAsync(path, "import", file, "--format", "csv");
            code.ShouldBe(2);
            output.ShouldContain($"è un risultato di questo programma (strato «{layer}»)");
        }

        File.Delete(Path.Combine(_folder, "reti.meta.json"));
        foreach (string[] kind in (string[][])[[], ["--as", "reti"], ["--as", "unita"]])
        {
            (int code, string output, _) = await RunAsync(path, ["import", Path.Combine(_folder, "reti.csv"), "--format", "csv", .. kind]);
            code.ShouldBe(2);
            output.ShouldContain("è un risultato di questo programma");
        }

        (await HashAsync(path)).ShouldBe(before);
    }

    [Fact]
    public async Task A_store_is_named_as_what_it_is()
    {
        (int code, _, string error) = await RunAsync(store.Copy(), "import", store.Path);
        code.ShouldBe(2);
        error.ShouldContain("è un archivio di questo programma, non un file da importare");
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_would_run_is_harmless_with_any_separator_and_comes_back_as_it_was()
    {
        string path = store.Copy(), mine = Path.Combine(_folder, "sedi.csv");
        await File.WriteAllTextAsync(
            mine,
            "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n"
                + "A1,Centro;=1+1,spoke,,097042,9.39,45.85,\nA2,\"=cmd|' /C calc'!A0\",spoke,,097042,9.391,45.85,\nA3,\"x\n+1\",spoke,,097042,9.392,45.85,\n"
                + "A4,\"x\t@SUM(1)\",spoke,,097042,9.393,45.85,\nA5,a; -b,spoke,,097042,9.394,45.85,\nA6,a;'=b,spoke,,097042,9.395,45.85,\n",
            Cancel);
        (await RunAsync(path, "import", mine, "--sedi", "mie")).Code.ShouldBe(0);
        string before = await HashAsync(path), file = Path.Combine(_folder, "esce.csv");
        foreach (string[] options in (string[][])[[], ["--italiano"]])
        {
            await RunAsync(path, ["export", "sedi", "-o", file, .. options]);
            string text = await File.ReadAllTextAsync(file, Cancel);
            text.Split([';', '\t', '\n', ',', '"']).Select(cell => cell.TrimStart(' '))
                .ShouldNotContain(cell => cell.StartsWith('=') || cell.StartsWith('@') || cell.StartsWith('+') || cell.StartsWith('-'));
            (await RunAsync(path, "import", file, "--replace")).Code.ShouldBe(0);
            (await HashAsync(path)).ShouldBe(before);
        }
    }

    [Fact]
    public async Task The_CSV_for_Italian_spreadsheets_has_their_separators_and_their_mark()
    {
        string file = Path.Combine(_folder, "reti.csv");
        await RunAsync(store.Path, "export", "reti", "-o", file, "--italiano");

        byte[] bytes = await File.ReadAllBytesAsync(file, Cancel);
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        string[] lines = await File.ReadAllLinesAsync(file, Cancel);
        lines[0].ShouldStartWith("network_id;name;ats;manager_kind;contribution_eur;months");
        lines[1].ShouldContain(";65000,00;");
        (await RunAsync(store.Path, "export", "reti", "-o", Path.ChangeExtension(file, ".xlsx"), "--italiano")).Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("ambiti", false)]
    [InlineData("copertura-ats", false)]
    [InlineData("comuni", true)]
    public async Task Geometry_goes_into_a_CSV_on_request_and_that_of_the_comuni_always(string layer, bool always)
    {
        string file = Path.Combine(_folder, layer + ".csv");
        await RunAsync(store.Path, "export", layer, "-o", file);
        File.ReadLines(file).First().Contains(",wkt", StringComparison.Ordinal).ShouldBe(always);
        await RunAsync(store.Path, "export", layer, "-o", file, "--wkt");
        File.ReadLines(file).First().ShouldEndWith(",wkt");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A store in which no kind is empty.</summary>
    private async Task<string> FullStoreAsync()
    {
        string path = store.Copy();
        foreach (string kind in (string[])["punti", "matrice", "eccezioni", "dichiarazioni"])
        {
            string file = Path.Combine(_folder, kind + ".csv");
            await File.WriteAllTextAsync(file, OwnFiles.ByKind[kind], Cancel);
            (await RunAsync(path, "import", file)).Code.ShouldBe(0);
        }

        return path;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string path, params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync([.. arguments, "--store", path], output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static async Task<string> HashAsync(string path) => Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(path, Cancel)));
}
