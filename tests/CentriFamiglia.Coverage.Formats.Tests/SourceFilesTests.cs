using System.IO.Compression;
using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests;

public class SourceFilesTests
{
    [Theory]
    [InlineData("manca.csv", "il file non esiste")]
    [InlineData("", "è una cartella, non un file")]
    [InlineData("vuoto.csv", "il file è vuoto")]
    [InlineData("solo-righe-vuote.csv", "il file è vuoto")]
    [InlineData("binario.csv", "non è un file di testo")]
    [InlineData("pdf-rinominato.csv", "è un PDF")]
    [InlineData("xls-rinominato.xlsx", "Excel 97-2003 oppure protetto da password")]
    [InlineData("kml-rinominato.geojson", "è XML")]
    [InlineData("bomba.csv.gz", "decompresso supera 512 MB o 200 volte")]
    [InlineData("troncato.csv.gz", "il file gzip è rotto")]
    public void What_cannot_be_read_is_refused_with_a_cure(string file, string reason)
    {
        SourceFileException error = Should.Throw<SourceFileException>(() => SourceFiles.Read(Samples.Ugly(file), FileLimits.Default));

        error.Message.ShouldContain(reason);
        error.Cure.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_bytes_win_over_the_extension() =>
        Samples.Show(Samples.ReadUgly("xlsx-rinominato.csv")).ShouldBe(["2: 2023-01-01"]);

    [Fact]
    public void Text_under_gzip_is_read_like_the_text()
    {
        using TempFolder folder = new();
        using (GZipStream gzip = new(File.Create(folder["sedi.csv.gz"]), CompressionLevel.Fastest))
            gzip.Write("id,nome\n1,Cantù\n"u8);

        SourceTable table = SourceFiles.Read(folder["sedi.csv.gz"], FileLimits.Default).ShouldHaveSingleItem();

        table.Name.ShouldBe("sedi.csv");
        Samples.Show(table).ShouldBe(["2: 1|Cantù"]);
    }

    [Fact]
    public void Each_cap_is_named_in_its_message()
    {
        Message(FileLimits.Default with { MaxFileBytes = 10 }).ShouldContain("supera 0 MB");
        Message(FileLimits.Default with { MaxRows = 1 }).ShouldContain("più di 1 righe");
        Message(FileLimits.Default with { MaxColumns = 2 }).ShouldContain("più di 2 colonne");

        static string Message(FileLimits limits) =>
            Should.Throw<SourceFileException>(() => SourceFiles.Read(Samples.Ugly("righe-corte-e-lunghe.csv"), limits)).Message;
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".geojson")]
    [InlineData(".gpkg")]
    [InlineData(".xlsx")]
    public void Every_export_is_read_back_with_the_same_text(string extension)
    {
        using TempFolder folder = new();
        LayerFile.Write(Samples.Comuni, folder["comuni" + extension], Samples.Date);

        SourceTable table = SourceFiles.Read(folder["comuni" + extension], FileLimits.Default).ShouldHaveSingleItem();

        table.Columns.Take(6).ShouldBe(["pro_com_t", "comune", "residenti", "minuti", "contributo_eur", "dimostrativo"]);
        table.Rows.Select(r => r.Cells[1]).ShouldBe(["Cantù \"alta\", <b>&", "=1+2"]);
        table.Rows.Select(r => r.Cells[0]).ShouldBe(["015146", "015147"]);
    }

    [Fact]
    public void An_unknown_extension_is_refused_before_anything_is_written()
    {
        using TempFolder folder = new();

        Should.Throw<ArgumentException>(() => LayerFile.Write(Samples.Comuni, folder["comuni.kml"], Samples.Date)).Message.ShouldContain(".geojson, .json, .csv");

        Directory.GetFiles(folder.Root).ShouldBeEmpty();
    }
}
