using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Kinds;

/// <summary>A spreadsheet that took 012003 for a number: every kind of file that names a comune gets its zeros back.</summary>
public class LostZerosTests
{
    public static TheoryData<ImportKind, string, int> Files => new()
    {
        { ImportKind.Comuni, "pro_com_t,nome,residenti\n{0},Angera,5500\n", 1 },
        { ImportKind.Unita, "pro_com_t,ats,asst,distretto,ambito\n{0},Insubria,ASST Insubria,Luino,Luino\n", 1 },
        { ImportKind.Popolazione, "pro_com_t,residenti\n{0},5500\n", 1 },
        { ImportKind.Eta, "pro_com_t,eta_0_14,eta_65_oltre\n{0},700,1200\n", 1 },
        { ImportKind.Punti, "id,pro_com_t,lon,lat,residenti\nP1,{0},9.05,45.65,5400\n", 1 },
        { ImportKind.Sedi, "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nS1,Uno,spoke,R1,{0},9.05,45.65,24/7\n", 1 },
        { ImportKind.Matrice, "from,to,minutes,km\n{0},016024,20,15\n016024,{0},21,15\n", 2 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_code_without_its_zeros_is_mended_row_by_row_and_means_the_same(ImportKind kind, string csv, int rows)
    {
        ImportResult whole = Import(kind, string.Format(null, csv, "012003"));
        ImportResult lost = Import(kind, string.Format(null, csv, "12003"));

        (lost.Applied, lost.Counts()).ShouldBe((true, (rows, rows, 0, rows)));
        lost.Report.Issues.Where(i => i.Severity == IssueSeverity.Mended).Select(i => i.Reason)
            .ShouldBe(Enumerable.Repeat("zeri iniziali persi: 12003 letto come 012003 (Angera)", rows));
        (whole.Applied, whole.Counts()).ShouldBe((true, (rows, rows, 0, 0)));
        lost.Changed.ShouldBe(whole.Changed);
        lost.Changed.ShouldNotBe(ContentParts.None);
        Told(lost).ShouldBe(Told(whole));
    }

    [Fact]
    public void Every_kind_that_names_a_comune_is_tried_here() =>
        Files.Select(f => f.Data.Item1).ShouldBe(Enum.GetValues<ImportKind>().Except([ImportKind.Reti, ImportKind.Eccezioni, ImportKind.Dichiarazioni]), ignoreOrder: true);

    [Theory]
    [InlineData("pro_com_t,residenti\n012003,5500\n12003,5600\n", "popolazione.csv")]
    [InlineData("pro_com_t,nome\n012003,Angera\n12003,Angera due\n", "comuni.csv")]
    [InlineData("pro_com_t,ats,ambito\n012003,Insubria,Luino\n12003,Insubria,Sesto Calende\n", "unita.csv")]
    public void The_same_comune_with_and_without_its_zeros_is_one_comune_twice(string csv, string file)
    {
        ImportResult result = Small.Import(file, csv);

        result.Applied.ShouldBeFalse();
        result.Lines().ShouldContain("3|012003|pro_com_t|rifiutata|«012003» è già alla riga 2", StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_row_that_is_mended_and_then_refused_counts_as_refused_alone(ImportKind kind, string csv)
    {
        ImportResult result = Import(kind, csv);

        result.Counts().ShouldBe((1, 0, 1, 0));
        result.Report.Issues.Count(i => i.Severity == IssueSeverity.Mended).ShouldBe(1);
        result.Report.Summary().ShouldContain("rifiutate 1, corrette 0;");
    }

    public static TheoryData<ImportKind, string> Refused => new()
    {
        { ImportKind.Comuni, "pro_com_t,nome,residenti\n12003,Angera,n.d.\n" },
        { ImportKind.Unita, "pro_com_t,ats,asst,distretto,ambito\n12003,Bergamo,ASST Insubria,Luino,Luino\n" },
        { ImportKind.Popolazione, "pro_com_t,residenti\n12003,n.d.\n" },
        { ImportKind.Punti, "id,pro_com_t,lon,lat,residenti\nP1,12003,9.05,45.65,n.d.\n" },
        { ImportKind.Sedi, "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nS1,Uno,capo,R1,12003,9.05,45.65,24/7\n" },
        { ImportKind.Matrice, "from,to,minutes,km\n12003,016024,n.d.,15\n" },
    };

    private static ImportResult Import(ImportKind kind, string csv) => Small.Import("elenco.csv", csv, r => r with { Kind = kind });

    /// <summary>What an import leaves, as text without the geometries.</summary>
    private static string Told(ImportResult result) => string.Join('\n',
    [
        .. result.Next.Comuni.Select(c => $"{c.Code} {c.Name} {c.Residents} {c.Ages}"),
        .. result.Next.Memberships.Select(m => $"{m.Comune} {m.Ats} {m.Distretto} {m.Ambito}"),
        .. result.Next.DemandPoints.Select(p => $"{p.Id} {p.Comune} {p.Residents}"),
        .. result.Mine().Sites.Select(s => $"{s.Id} {s.Comune}"),
        .. (result.Matrix.IsDefault ? [] : result.Matrix).Select(e => $"{e.From} {e.To} {e.Minutes}"),
    ]);
}
