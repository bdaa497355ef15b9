using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;
using FsCheck;
using FsCheck.Fluent;

namespace CentriFamiglia.Coverage.Import.Tests;

public class AnyMixtureTests
{
    private static readonly string[] _ids = ["H1", "S1", "S2", "S3", "S4", ""];
    private static readonly string[] _roles = ["hub", "Spoke", "partner", "non dichiarato", "boh", ""];
    private static readonly string[] _networks = ["R1", "", "R7"];
    private static readonly string[] _codes = ["012001", "12003", "016024", "999999", "xyz", ""];
    private static readonly string[] _places = ["9.05,45.55", "9.05,45.65", "9.15,45.65", "45.65,9.05", "NaN,1", ",", "500000,5000000", "9.1001,45.65"];

    [Fact]
    public void Read_is_accepted_plus_refused_and_a_refused_file_changes_nothing()
    {
        Gen<string> row =
            from id in Gen.Elements(_ids)
            from role in Gen.Elements(_roles)
            from network in Gen.Elements(_networks)
            from code in Gen.Elements(_codes)
            from place in Gen.Elements(_places)
            select $"{id},Nome,{role},{network},{code},{place},24/7";
        Arbitrary<string[]> files = Gen.ArrayOf(row).ToArbitrary();
        Prop.ForAll(files, Holds).QuickCheckThrowOnFailure();

        static bool Holds(string[] rows)
        {
            string csv = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n" + string.Concat(rows.Select(r => r + "\n"));
            ImportResult strict = Small.Import("sedi.csv", csv);
            ImportResult lenient = Small.Import("sedi.csv", csv, r => r with { AcceptValid = true });
            int told = strict.Report.Issues.Where(i => i.Severity == IssueSeverity.Refused).Select(i => i.Line).Distinct().Count();
            int added = lenient.Mine().Sites.Count(s => s.Id.Value != "H1");
            return strict.Report.Read == rows.Length
                && strict.Report.Accepted + strict.Report.Refused == rows.Length
                && strict.Report.Refused == told
                && strict.Applied == (told == 0)
                && (strict.Applied || (ReferenceEquals(strict.Next, Small.Content) && strict.Changed == ContentParts.None))
                && strict.Counts() == lenient.Counts()
                && added <= lenient.Report.Accepted;
        }
    }
}
