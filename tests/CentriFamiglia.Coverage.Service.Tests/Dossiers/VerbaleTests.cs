using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Dossiers;

namespace CentriFamiglia.Coverage.Service.Tests.Dossiers;

public class VerbaleTests
{
    [Fact]
    public void The_minutes_say_each_proposal_its_outcome_and_who_decided()
    {
        FrozenRun run = SmallRun.Of();
        ReadPage page = new(Verbale.Write(run, SmallRun.Head(run), SmallRun.Decisions(run)));

        page.Root.Descendants("h1").Single().Value.ShouldBe("Verbale delle decisioni: Lombardia");
        page.Sentences("esiti").ShouldBe(["Proposte esaminate: 2; accettate 1, respinte 0, rinviate 0, non ancora decise 1."]);
        page.Table("decisioni-tabella")[0].ShouldBe(
            ["1", "Betate: Nuovo Spoke", "Nord, Beta", "accettata", "cabina.nord, 02/12/2026", "Concordata con l'Ambito.", "a.neri, 02/12/2026: Locali disponibili da marzo."]);
        page.Table("decisioni-tabella")[1][3..].ShouldBe(["non ancora deciso", "nessuno", "non indicato", "l.bianchi, 03/12/2026: Sentire i Comuni."]);
        page.Table("accettate-tabella").ShouldHaveSingleItem().ShouldBe(["1", "Betate", "001003", "Nuovo Spoke", "N1", "N1-P1"]);
        page.Table("firme-tabella").Length.ShouldBe(4);
        page.Text.ShouldContain(run.Hash);
    }

    [Fact]
    public void Without_proposals_there_is_nothing_to_decide()
    {
        FrozenRun run = SmallRun.Of(json => SmallRun.Rows(json, "proposte").Clear());
        ReadPage page = new(Verbale.Write(run, SmallRun.Head(run), []));

        page.Sentences("esiti")[0].ShouldContain("non c'è nulla da decidere");
        page.Has("decisioni-tabella").ShouldBeFalse();
        page.Has("accettate-tabella").ShouldBeFalse();
    }

    [Fact]
    public void As_a_table_it_has_a_row_a_proposal()
    {
        FrozenRun run = SmallRun.Of();
        Layer layer = VerbaleLayer.Make(run, SmallRun.Head(run), SmallRun.Decisions(run));

        layer.Columns.Select(c => c.Name).ShouldBe(
            ["analisi", "proposta", "tipo", "pro_com_t", "comune", "ats", "ambito", "esito", "chi", "quando", "motivo", "sede_prevista", "commenti"]);
        layer.Rows[0].Values.ShouldBe(
        [
            run.Id, 1L, "spoke", "001003", "Betate", "Nord", "Beta", "accettata", "cabina.nord", "2026-12-02T10:00:00Z", "Concordata con l'Ambito.", "N1-P1",
            "a.neri (2026-12-02): Locali disponibili da marzo.",
        ]);
        layer.Rows[1].Values[7..].ShouldBe([null, null, null, null, null, "l.bianchi (2026-12-03): Sentire i Comuni."]);
        layer.Rows.Length.ShouldBe(2);
        ((string?)layer.Meta["impronta"]).ShouldBe(run.Hash);
    }
}
