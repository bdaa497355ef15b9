using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests;

/// <summary>Which set sedi go into, which set is active, and when a list is complete.</summary>
public class SetsTests
{
    private const string One = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nS1,Uno,spoke,,012003,9.05,45.65,24/7\n";

    [Fact]
    public void Importing_into_mie_makes_it_the_active_set_and_leaves_the_others()
    {
        ImportResult result = Small.Import("sedi.csv", One, r => r with { SetName = SiteSet.Mine }, Demonstration());
        result.Next.SiteSets.Select(s => (s.Name, s.Active, s.Sites.Length)).ShouldBe([("dimostrative", false, 1), ("mie", true, 1)]);
    }

    [Fact]
    public void Without_a_name_sedi_go_into_the_active_set_and_a_shipped_one_is_said()
    {
        ImportResult result = Small.Import("sedi.csv", One, content: Demonstration());
        result.Next.SiteSets.Single().Sites.Length.ShouldBe(2);
        result.Lines().ShouldContain("|||segnalazione|sedi nuove aggiunte all'insieme attivo «dimostrative»", StringComparer.Ordinal);
    }

    [Fact]
    public void An_unknown_set_is_bad_usage() =>
        Should.Throw<SourceFileException>(() => Small.Import("sedi.csv", One, r => r with { SetName = "altre" })).Cure.ShouldBe("Scrivere uno di: dimostrative, note, mie.");

    [Fact]
    public void A_declaration_of_completeness_stays_until_the_list_is_replaced_by_another()
    {
        TerritoryContent declared = Small.Import("sedi.csv", One, r => r with { CompleteFor = "" }).Next;
        declared.SiteSets.Single().CompleteFor.ShouldBe(["Insubria"]);
        Small.Import("sedi.csv", One.Replace("Uno", "Due", StringComparison.Ordinal), content: declared).Mine().CompleteFor.ShouldBe(["Insubria"]);
        Small.Import("sedi.csv", One, r => r with { Replace = true }, declared).Mine().CompleteFor.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_with_refused_rows_is_not_declared_complete()
    {
        ImportResult result = Small.Import("sedi.csv", One + "S2,Due,spoke,,012003,,,24/7\n", r => r with { CompleteFor = "", AcceptValid = true });
        result.Applied.ShouldBeTrue();
        result.Mine().CompleteFor.ShouldBeEmpty();
        result.Lines().ShouldContain("|||segnalazione|l'elenco non è dichiarato completo per Insubria: alcune righe sono state rifiutate", StringComparer.Ordinal);
    }

    [Fact]
    public void What_breaks_a_rule_of_the_act_is_accepted_and_said()
    {
        ImportResult result = Small.Import(
            "sedi.csv",
            "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours,declared_ambiti,accessibilita\n"
            + "H2,Secondo Hub,hub,R1,012003,9.05,45.65,24/7,Sesto Calènde,boh\nS1,Solo,spoke,,016024,9.15,45.65,,,\nS2,Vicino,spoke,R1,012001,9.0503,45.5501,24/7,,\n");
        result.Applied.ShouldBeTrue();
        result.Lines().ShouldBe([
            "2|H2|wheelchair|segnalazione|«boh» non è un valore di «wheelchair»: letto come non dichiarato",
            "2|H2|declared_ambiti|segnalazione|l'Ambito dichiarato «Sesto Calènde» non è fra quelli caricati (forse «Sesto Calende»)",
            "3|S1|opening_hours|segnalazione|sede attiva senza orari (Allegato A, 3.3: giorni e orari vanno definiti e comunicati)",
            "3|S1|network_id|segnalazione|Spoke senza rete (Allegato A, 3: gli Spoke sono i partner di un capofila)",
            "4|S2|site_id|segnalazione|a 26 m da «H1» (Hub di Agra): forse è la stessa sede",
            "|R1|role|segnalazione|la rete «R1» (Rete uno) ha 2 Hub: H1, H2 (Allegato A, 3.1: un solo capofila)",
        ]);
    }

    /// <summary>H1 stands at 9.05, 45.55; a ten-thousandth of a degree to the east is 8 m.</summary>
    [Theory]
    [InlineData("9.05", "a 0 m da «H1» (Hub di Agra): forse è la stessa sede")]
    [InlineData("9.05 9.05", "3 sedi, ognuna a meno di 50 m da un'altra: questa, «H1» (Hub di Agra), «S1» (Spoke). Forse sono la stessa sede")]
    [InlineData("9.0506 9.0512", "3 sedi, ognuna a meno di 50 m da un'altra: questa, «H1» (Hub di Agra), «S1» (Spoke). Forse sono la stessa sede")]
    [InlineData("9.05 9.05 9.05 9.05 9.05",
        "6 sedi, ognuna a meno di 50 m da un'altra: questa, «H1» (Hub di Agra), «S1» (Spoke), «S2» (Spoke) e altre 2. Forse sono la stessa sede")]
    public void Sedi_close_to_each_other_are_one_group_with_one_remark(string lons, string remark)
    {
        string[] rows = [.. lons.Split(' ').Select((lon, i) => $"S{i + 1},Spoke,spoke,R1,012001,{lon},45.55,24/7\n")];

        ImportResult result = Small.Import("sedi.csv", $"site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n{string.Concat(rows)}");

        result.Lines().ShouldBe([$"{rows.Length + 1}|S{rows.Length}|site_id|segnalazione|{remark}"]);
    }

    [Fact]
    public void Two_groups_have_a_remark_each_and_what_is_apart_has_none()
    {
        const string Head = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n";
        ImportResult result = Small.Import("sedi.csv", Head + "S1,A,spoke,R1,012001,9.02,45.52,24/7\nS2,B,spoke,R1,012001,9.0201,45.52,24/7\n"
            + "S3,C,spoke,R1,012001,9.07,45.57,24/7\nS4,D,spoke,R1,012001,9.07,45.57,24/7\nS5,E,spoke,R1,012001,9.08,45.58,24/7\n");

        result.Lines().ShouldBe(["3|S2|site_id|segnalazione|a 8 m da «S1» (A): forse è la stessa sede", "5|S4|site_id|segnalazione|a 0 m da «S3» (C): forse è la stessa sede"]);
    }

    [Fact]
    public void A_column_that_is_absent_keeps_the_old_value_and_a_blank_cell_takes_it_away()
    {
        const string Row = "site_id,name,role,network_id,pro_com_t,lon,lat{0}\nH1,Hub di Agra,hub,R1,012001,9.05,45.55{1}\n";
        Small.Import("sedi.csv", string.Format(null, Row, "", "")).Changed.ShouldBe(ContentParts.None);
        Site blank = Small.Import("sedi.csv", string.Format(null, Row, ",orari", ",")).Mine().Sites.Single();
        (blank.OpeningHours, blank.DeclaredAmbiti.Length).ShouldBe((null, 2));
    }

    [Fact]
    public void Networks_come_before_sedi_whatever_the_order_of_the_files()
    {
        ImportResult result = Small.Import([
            ("a-sedi.csv", One.Replace("spoke,,", "spoke,R2,", StringComparison.Ordinal)), ("b-reti.csv", "network_id,name\nR2,Rete due\n")]);
        result.Applied.ShouldBeTrue();
        result.Report.Files.Select(f => f.File).ShouldBe(["b-reti.csv", "a-sedi.csv"]);
    }

    private static TerritoryContent Demonstration() => Small.Content with
    {
        SiteSets = [Small.Content.SiteSets.Single() with { Name = SiteSet.Demonstration, CompleteFor = ["Insubria"] }],
    };
}
