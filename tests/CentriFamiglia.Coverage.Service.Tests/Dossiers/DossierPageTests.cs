using System.Text.Json.Nodes;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Dossiers;

namespace CentriFamiglia.Coverage.Service.Tests.Dossiers;

/// <summary>The page of a small run: what is in its tables, sentences and maps is what the run holds.</summary>
public class DossierPageTests
{
    [Fact]
    public void The_title_page_says_of_what_it_is_and_how_to_find_it_again()
    {
        FrozenRun run = SmallRun.Of();
        ReadPage page = Page(run);
        string top = page.Root.Descendants("header").Single().Value;

        top.ShouldContain("Dossier della copertura territoriale: Lombardia");
        top.ShouldContain("Copertura d'autunno");
        top.ShouldContain(run.Id);
        top.ShouldContain(run.Hash);
        top.ShouldContain("da m.rossi il 30/11/2026, ore 08:30 (UTC)");
        top.ShouldContain("da g.verdi il 01/12/2026, ore 09:00 (UTC)");
        top.ShouldContain("CentriFamiglia.Coverage 9.8.7");
        top.ShouldNotContain("BOZZA");
        top.ShouldNotContain("DIMOSTRATIVI");
        page.Root.Descendants("footer").Single().Value.ShouldContain(run.Id);
    }

    [Fact]
    public void A_draft_made_up_data_and_a_search_that_ran_out_of_time_are_said_at_the_top()
    {
        FrozenRun run = SmallRun.Of(json =>
        {
            json["riproducibile"] = false;
            SmallRun.Meta(json, "copertura-ambito")["sedi"]!["dimostrativo"] = true;
        });
        string html = DossierPage.Write(run, SmallRun.Head(run) with { PublishedAt = null, PublishedBy = null }, [], null);
        string[] notices = [.. new ReadPage(html).Root.Descendants("header").Single().Elements("p").Select(p => p.Value)];

        notices.ShouldContain(n => n.StartsWith("BOZZA, non pubblicata", StringComparison.Ordinal));
        notices.ShouldContain(n => n.StartsWith("DATI DIMOSTRATIVI", StringComparison.Ordinal));
        notices.ShouldContain(n => n.StartsWith("NON RIPRODUCIBILE", StringComparison.Ordinal));
    }

    [Fact]
    public void The_summary_says_the_figures_of_the_run()
    {
        string[] said = Page(SmallRun.Of()).Sentences("riassunto");

        said.ShouldContain(s => s == "Al 30/11/2026 hanno al proprio interno almeno una sede, Hub o Spoke, 1 Ambiti su 4 e 1 Distretti su 2.");
        said.ShouldContain(s => s == "Senza una sede: 2 Ambiti, dove vivono 4.000 residenti su 5.700 (70,2%); scoperti 1, nel solo territorio dichiarato da un Hub 1.");
        said.ShouldContain(s => s.StartsWith("Non noto: 1 Ambito (700 residenti)", StringComparison.Ordinal) && s.Contains("né coperti", StringComparison.Ordinal));
        said.ShouldContain(s => s == "La sede più vicina è in media a 12,50 minuti d'auto; nove residenti su dieci ne hanno una entro 17,50 minuti.");
        said.ShouldContain(s => s.Contains("1.234 residenti (24,68%)", StringComparison.Ordinal) && s.Contains("da 321 a 4.567", StringComparison.Ordinal));
        said.ShouldContain(s => s.Contains("2 nuove sedi: 1 Spoke", StringComparison.Ordinal) && s.Contains("3.210 residenti in più", StringComparison.Ordinal));
        said.ShouldContain(s => s == "Decisioni: accettate 1, respinte 0, rinviate 0, non ancora decise 1.");
        said.ShouldContain(s => s.Contains("3.000,75 euro", StringComparison.Ordinal) && s.Contains("nuovo avviso non indicato", StringComparison.Ordinal));
        said.ShouldContain(s => s == "Rilievi non conformi sulle regole dell'atto: 1 (R1: 1).");
        said.Length.ShouldBeInRange(5, 9);
    }

    [Fact]
    public void Areas_without_a_sede_come_first_and_what_is_not_known_is_not_called_uncovered()
    {
        ReadPage page = Page(SmallRun.Of());

        page.Table("ambiti").Select(r => (r[0], r[2], r[3], r[4])).ShouldBe(
            [("Beta", "Scoperto", "2.500", "0"), ("Gamma", "Solo competenza", "1.500", "0"), ("Delta", "Non noto", "700", "non noto"), ("Alfa", "Sede presente", "1.000", "1")]);
        page.Table("distretti").Select(r => (r[0], r[2])).ShouldBe([("Due", "Non noto"), ("Uno", "Sede presente")]);
    }

    [Fact]
    public void Distances_have_their_band_and_the_farthest_comuni_come_first()
    {
        ReadPage page = Page(SmallRun.Of());

        page.Table("distanze-ats")[0].ShouldBe(["Nord", "5.000", "12,50", "17,50", "21,50", "1.234", "321", "4.567", "24,68%"]);
        page.Table("distanze-ats")[1][2].ShouldBe("non noto");
        page.Table("distanze-ambiti").Select(r => r[0]).ShouldBe(["Alfa", "Beta", "Gamma", "Delta"]);
        page.Table("comuni-lontani").Select(r => r[0]).ShouldBe(["Lontano", "Vicino"]);
        page.ById("distanze").Value.ShouldContain("eccezione scaduta 1, rispettato 1");
        page.Table("eccezioni-tabella").ShouldHaveSingleItem().ShouldBe(["Ambito Beta", "Nord", "eccezione scaduta", "Strada chiusa.", "non indicato", "30/06/2026"]);
        page.Table("comuni-lontani")[0][5..].ShouldBe(["41,50", "39,50", "43,50", "20", "oltre il limite"]);
    }

    [Fact]
    public void Proposals_stand_by_number_with_what_was_decided()
    {
        ReadPage page = Page(SmallRun.Of());

        page.Table("proposte-tabella").Select(r => (r[0], r[1], r[6], r[9])).ShouldBe([("1", "Betate", "1.111", "accettata"), ("2", "Gammate", "2.222", "non ancora deciso")]);
        page.Term("proposta-1", "Decisione").ShouldBe("accettata da cabina.nord il 02/12/2026");
        page.Term("proposta-1", "Motivo della decisione").ShouldBe("Concordata con l'Ambito.");
        page.Term("proposta-1", "Sede prevista").ShouldBe("N1-P1");
        page.Term("proposta-1", "Commenti").ShouldBe("a.neri, 02/12/2026: Locali disponibili da marzo.");
        page.Term("proposta-1", "Perché").ShouldBe("Qui perché Beta.");
        page.Term("proposta-2", "Decisione").ShouldBe("non ancora deciso");
        page.Term("proposta-2", "Commenti").ShouldBe("l.bianchi, 03/12/2026: Sentire i Comuni.");
    }

    [Fact]
    public void Decisions_on_another_run_do_not_count()
    {
        FrozenRun run = SmallRun.Of();
        string html = DossierPage.Write(run, SmallRun.Head(run), [new("0000000000000000", 1) { Outcome = DecisionOutcome.Rejected, By = "altri" }], null);

        html.ShouldNotContain("altri</");
        new ReadPage(html).Sentences("riassunto").ShouldContain(s => s == "Decisioni: accettate 0, respinte 0, rinviate 0, non ancora decise 2.");
    }

    [Fact]
    public void Without_proposals_every_part_says_so()
    {
        ReadPage page = Page(SmallRun.Of(json =>
        {
            SmallRun.Rows(json, "proposte").Clear();
            SmallRun.Meta(json, "proposte")["certificate"]!["sites"] = new JsonArray();
        }));

        page.Sentences("riassunto").ShouldContain(s => s == "Nessuna nuova sede è proposta.");
        page.Sentences("proposte")[0].ShouldStartWith("Nessuna proposta");
        page.Sentences("avviso")[0].ShouldStartWith("Nessuna nuova manifestazione di interesse");
        page.Sentences("certificato")[0].ShouldBe("Dimostrato: nessuna nuova sede serve allo scopo.");
        page.Has("proposte-tabella").ShouldBeFalse();
    }

    [Theory]
    [InlineData("optimal", 2.0, 0.0, "Dimostrato: nessuna altra scelta fa meglio.", "ottimo dimostrato")]
    [InlineData("feasible", 1.5, 0.25, "Non dimostrato: lo scarto dall'ottimo è al più 25,00%.", "ammissibile, non dimostrato ottimo")]
    [InlineData("feasible", null, null, "Non dimostrato: è la migliore scelta trovata.", "ammissibile, non dimostrato ottimo")]
    [InlineData("infeasible", null, null, "Nessuna scelta rispetta i vincoli chiesti.", "nessuna scelta ammissibile")]
    public void The_certificate_is_said_in_words(string status, double? bound, double? gap, string verdict, string state)
    {
        ReadPage page = Page(SmallRun.Of(json =>
        {
            JsonNode certificate = SmallRun.Meta(json, "proposte")["certificate"]!;
            (certificate["status"], certificate["bound"], certificate["gap"]) = (status, bound, gap);
        }));

        page.Sentences("certificato")[0].ShouldBe(verdict);
        page.Term("certificato", "Stato").ShouldBe(state);
        page.Term("certificato", "Valore trovato").ShouldBe("2 nuove sedi");
        page.Term("certificato", "Limite dimostrato").ShouldBe(bound is null ? "non noto" : $"{(bound == 2 ? "2" : "1,5")} nuove sedi");
    }

    [Fact]
    public void Money_adds_up_only_where_all_of_it_is_stated()
    {
        ReadPage page = Page(SmallRun.Of());

        page.Table("fondi-tabella")[0].ShouldBe(["Nord", "1.000,50", "0,00", "10,10", "990,40", "non indicato", "70.000,00", "non indicato", "1", "1"]);
        page.Total("fondi-tabella").ShouldBe(["Totale", "3.000,75", "0,00", "20,20", "2.980,55", "non indicato", "non indicato", "non indicato", "2", "2"]);
    }

    [Fact]
    public void Findings_are_counted_by_rule_and_those_that_break_one_are_listed()
    {
        ReadPage page = Page(SmallRun.Of());

        page.Table("rilievi-tabella").Select(r => (r[0], string.Join(' ', r[2..]))).ShouldBe([("R1 (3)", "1 0 0 1"), ("R10 (3)", "0 0 1 0")]);
        page.Total("rilievi-tabella")[2..].ShouldBe(["1", "0", "1", "1"]);
        page.Table("non-conformi").ShouldHaveSingleItem()[..4].ShouldBe(["R1", "Ambito Beta", "Nord", "Motivo di Beta."]);
    }

    [Fact]
    public void The_text_of_the_call_names_areas_residents_clause_and_run()
    {
        FrozenRun run = SmallRun.Of();
        XElement[] calls = [.. Page(run).ById("avviso").Elements("blockquote")];

        string text = calls.ShouldHaveSingleItem().Value;
        text.ShouldContain("Vista la D.G.R. di prova, Allegato A, 3.1: «a seguito di una nuova manifestazione di interesse»");
        text.ShouldContain("gli Ambiti Beta (2.500 residenti) e Gamma (1.500 residenti) risultano senza una sede");
        text.ShouldContain("per 4.000 residenti in tutto");
        text.ShouldContain($"analisi della copertura territoriale n. {run.Id}");
        text.ShouldContain($"impronta SHA-256 {run.Hash}");
        text.ShouldContain("pubblicata il 01/12/2026");
        text.ShouldContain("nel comune di Gammate");
        text.ShouldContain("2.222 residenti in più");
    }

    [Fact]
    public void The_coordination_has_one_line_an_ats()
    {
        string[][] rows = Page(SmallRun.Of()).Table("coordinamento-tabella");

        rows[0].ShouldBe(["Nord", "2: Beta; Gamma", "nessuno", "1", "1", "accettata: 1; non ancora deciso: 1", "non indicato", "70.000,00"]);
        rows[1].ShouldBe(["Sud", "Non noti: 1", "Non noti: 1", "0", "0", "nessuna proposta", "non indicato", "non indicato"]);
        rows.Length.ShouldBe(2);
    }

    [Fact]
    public void Method_sources_and_how_to_check_are_there()
    {
        FrozenRun run = SmallRun.Of();
        ReadPage page = Page(run);

        page.Term("metodo", "Errore medio").ShouldBe("2,77 minuti; una volta su dieci più di 6,85");
        page.ById("fonti").Value.ShouldContain("Istat, CC-BY");
        page.ById("avvertenze").Value.ShouldContain("Avvertenza di prova.");
        page.ById("verifica").Value.ShouldContain("coverage audit verify");
        page.Term("verifica", "Impronta").ShouldBe(run.Hash);
        page.Term("verifica", "Fotografia dei dati").ShouldBe("aa11");
        page.Has("scenario").ShouldBeFalse();
    }

    private static ReadPage Page(FrozenRun run) => new(DossierPage.Write(run, SmallRun.Head(run), SmallRun.Decisions(run), null));
}
