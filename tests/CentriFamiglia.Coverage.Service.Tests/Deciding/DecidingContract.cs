using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Audit;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Tests.Deciding;

/// <summary>Scenarios, runs and decisions on the shipped data, the same on both stores.</summary>
public abstract class DecidingContract
{
    private const string Remodulation = """
        {"nome":"Rimodulazione Bergamo","linea":"rimodulazione","costo_spoke_eur":50000,
         "changes":[{"op":"add","id":"N1","role":"spoke","network_id":"BG01","pro_com_t":"016012"},{"op":"change","id":"BG01-S1","opening_hours":"Mo-Fr 09:00-13:00"}]}
        """;

    private const string Call = """
        {"nome":"Nuovo avviso","linea":"nuovo_avviso",
         "networks":[{"op":"add","id":"BG99","name":"Rete nuova","ats":"Bergamo","contribution_eur":70000,"months":12}],
         "changes":[{"op":"add","id":"N2","role":"hub","network_id":"BG99","pro_com_t":"016012"}]}
        """;

    /// <summary>The hash of ATS Bergamo's run over the shipped data: the same from whichever store, once one of them made it.</summary>
    private static string? _hash;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A store filled with the shipped data, of one's own.</summary>
    protected abstract Task<string> FilledAsync();

    [Fact]
    public async Task The_same_inputs_freeze_to_the_same_bytes_whichever_the_store_and_nothing_is_written_twice()
    {
        await using var desks = new OpenDesks(await FilledAsync());

        KeptRun first = await desks.FreezeAsync(), again = await desks.FreezeAsync();

        again.Head.ShouldBe(first.Head);
        (_hash ??= first.Head.Hash).ShouldBe(first.Head.Hash);
        FrozenRun run = await desks.Runs.ContentAsync(first.Head, Cancel);
        run.Hash.ShouldBe(first.Head.Hash);
        run.IsReproducible.ShouldBeTrue();
        run.Rows("proposte").ShouldAllBe(r => (string)r["ats"]! == "Bergamo");
        (await desks.Store.ReadRegisterAsync(Cancel)).Entries.Count(e => e.Action == "analisi.congela").ShouldBe(1);
    }

    [Fact]
    public async Task What_was_frozen_stays_as_it_was_when_the_data_change_and_another_run_is_another()
    {
        await using var desks = new OpenDesks(await FilledAsync());
        KeptRun before = await desks.FreezeAsync();
        string frozen = (await desks.Runs.ContentAsync(before.Head, Cancel)).Text;
        KeptScenario scenario = await desks.ScenarioAsync(Remodulation);

        await desks.Scenarios.ApplyAsync(scenario.Scenario.Id, Prevailing.Nobody, null, OpenDesks.Actor, Cancel);
        KeptRun after = await desks.FreezeAsync();

        after.Head.Hash.ShouldNotBe(before.Head.Hash, StringComparer.Ordinal);
        (await desks.Runs.ContentAsync(before.Head, Cancel)).Text.ShouldBe(frozen);
        JsonArray rows = RowsOf(RunComparison.Make(
            before, await desks.Runs.ContentAsync(before.Head, Cancel), after, await desks.Runs.ContentAsync(after.Head, Cancel)));
        rows.Where(r => (string)r!["risultato"]! == "sedi").Select(r => ((string)r!["codice"]!, (string?)r["campo"])).ShouldContain(("N1", null));
    }

    [Fact]
    public async Task A_scenario_frozen_is_the_scenario_applied_then_frozen()
    {
        await using var desks = new OpenDesks(await FilledAsync());
        KeptScenario scenario = await desks.ScenarioAsync(Remodulation);

        FrozenRun tried = await desks.Runs.ContentAsync((await desks.FreezeAsync(scenario.Scenario.Id)).Head, Cancel);
        await desks.Scenarios.ApplyAsync(scenario.Scenario.Id, Prevailing.Nobody, null, OpenDesks.Actor, Cancel);
        FrozenRun applied = await desks.Runs.ContentAsync((await desks.FreezeAsync()).Head, Cancel);

        foreach (string result in new[] { "lacune-ambito", "lacune-comune", "copertura-ambito", "proposte", "rilievi" })
            Rows(tried, result).ShouldBe(Rows(applied, result), result);
        tried.Inputs["scenario"]!["linea"]!.GetValue<string>().ShouldBe("rimodulazione");
        tried.ResultNames.ShouldContain(name => name == "confronto");

        static string Rows(FrozenRun run, string result) => run.Result(result)!["rows"]!.ToJsonString();
    }

    [Fact]
    public async Task Two_lines_side_by_side_say_what_each_does_and_costs()
    {
        await using var desks = new OpenDesks(await FilledAsync());
        await desks.ScenarioAsync(Remodulation);
        await desks.ScenarioAsync(Call);

        var layer = await desks.Scenarios.CompareAsync(
            "rimodulazione-bergamo", "nuovo-avviso", new Service.Analyses.AnalysisKey(null, null, null), changedOnly: false, Cancel);

        layer.Meta["primo"]!["spesa"]!.ToJsonString().ShouldBe("""{"nuovi_spoke":1,"rimodulazione_eur":50000,"nuove_reti":0,"nuovo_avviso_eur":0}""");
        layer.Meta["secondo"]!["spesa"]!.ToJsonString().ShouldBe("""{"nuovi_spoke":0,"rimodulazione_eur":0,"nuove_reti":1,"nuovo_avviso_eur":70000}""");
        JsonNode hub = RowsOf(layer).First(r => (string)r!["codice"]! == "bergamo" && (string)r["livello"]! == "ats" && (string)r["misura"]! == "hub")!;
        ((double)hub["primo"]! - (double)hub["oggi"]!, (double)hub["secondo"]! - (double)hub["oggi"]!).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_scenario_meets_a_store_that_changed_and_each_field_is_decided()
    {
        await using var desks = new OpenDesks(await FilledAsync());
        KeptScenario hours = await desks.ScenarioAsync("""{"nome":"Orari","changes":[{"op":"change","id":"BG01-S1","opening_hours":"Mo-Sa 09:00-18:00","wheelchair":"yes"}]}""");
        KeptScenario other = await desks.ScenarioAsync("""{"nome":"Altri orari","changes":[{"op":"change","id":"BG01-S1","opening_hours":"We 10:00-12:00"}]}""");
        await desks.Scenarios.ApplyAsync(other.Scenario.Id, Prevailing.Nobody, null, OpenDesks.Actor, Cancel);

        ScenarioConflict conflict = (await desks.Scenarios.ConflictsAsync(hours.Scenario.Id, Cancel)).Conflicts.ShouldHaveSingleItem();
        (conflict.Id, conflict.Column, conflict.Store, conflict.Scenario).ShouldBe(("BG01-S1", "opening_hours", "We 10:00-12:00", "Mo-Sa 09:00-18:00"));
        InputException refused = await Should.ThrowAsync<InputException>(() =>
            desks.Scenarios.ApplyAsync(hours.Scenario.Id, Prevailing.Nobody, null, OpenDesks.Actor, Cancel));
        refused.Message.ShouldContain("opening_hours");
        (await SiteAsync(desks, "BG01-S1")).OpeningHours.ShouldBe("We 10:00-12:00", "a refused write changes nothing");

        await desks.Scenarios.ApplyAsync(hours.Scenario.Id, Prevailing.Store, null, OpenDesks.Actor, Cancel);

        Territory.Site site = await SiteAsync(desks, "BG01-S1");
        (site.OpeningHours, site.Wheelchair).ShouldBe(("We 10:00-12:00", "yes"));
    }

    [Fact]
    public async Task Where_a_sede_lies_is_decided_as_one_field()
    {
        await using var desks = new OpenDesks(await FilledAsync());
        // Only the longitude differs between the two places.
        KeptScenario here = await desks.ScenarioAsync("""{"nome":"Qui","changes":[{"op":"move","id":"BG01-S1","pro_com_t":"016024","lon":9.68,"lat":45.69}]}""");
        KeptScenario there = await desks.ScenarioAsync("""{"nome":"Là","changes":[{"op":"move","id":"BG01-S1","pro_com_t":"016024","lon":9.66,"lat":45.69}]}""");
        await desks.Scenarios.ApplyAsync(there.Scenario.Id, Prevailing.Nobody, null, OpenDesks.Actor, Cancel);

        await desks.Scenarios.ApplyAsync(here.Scenario.Id, Prevailing.Store, null, OpenDesks.Actor, Cancel);

        Territory.Site site = await SiteAsync(desks, "BG01-S1");
        (site.Comune.Value, site.Lon, site.Lat).ShouldBe(("016024", 9.66, 45.69));
    }

    [Fact]
    public async Task Decisions_are_taken_on_what_is_published_and_an_accepted_proposal_is_a_planned_sede_that_does_not_count()
    {
        await using var desks = new OpenDesks(await FilledAsync());
        KeptRun draft = await desks.FreezeAsync();
        DecisionText yes = new(DecisionOutcome.Accepted, "L'unico Ambito senza sede", null);
        (await Should.ThrowAsync<InputException>(() => desks.Decisions.DecideAsync(draft.Head.Id, 1, yes, OpenDesks.Actor, Cancel))).Message.ShouldContain("è una bozza");
        KeptRun run = await desks.PublishedAsync();

        Decision accepted = await desks.Decisions.DecideAsync(run.Head.Id[..8], 1, yes, OpenDesks.Actor, Cancel);
        await desks.Decisions.DecideAsync(run.Head.Id, 2, new(DecisionOutcome.Deferred, "Attende il Comune", "Sentire il Comune"), OpenDesks.Actor, Cancel);

        Territory.Site planned = await SiteAsync(desks, accepted.PlannedSite!);
        (planned.Status, planned.Source).ShouldBe((Territory.SiteStatus.Planned, $"analisi {run.Head.Id}, proposta 1"));
        (await desks.FreezeAsync()).Summary["ambiti_senza_sede"]!.ToJsonString().ShouldBe(run.Summary["ambiti_senza_sede"]!.ToJsonString(), "a planned sede covers nobody");

        await desks.Decisions.DecideAsync(run.Head.Id, 1, new(DecisionOutcome.Rejected, "Il Comune non vuole", null), OpenDesks.Actor, Cancel);

        (await SitesAsync(desks)).ShouldNotContain(s => s.Id == planned.Id);
        (await desks.Decisions.OfAsync(run.Head.Id, Cancel)).Select(d => (d.Proposal, d.Outcome, d.Comments.Length)).ShouldBe(
            [(1, DecisionOutcome.Rejected, 0), (2, DecisionOutcome.Deferred, 1)]);
        StoreRegister register = await desks.Store.ReadRegisterAsync(Cancel);
        AuditVerification.Of(register).ShouldNotContain(r => r.IsFault);
        register.Entries.Where(e => e.Action == "decisione.prende").Select(e => e.Who).ShouldAllBe(who => who == "m.rossi");
    }

    [Fact]
    public async Task Residuals_spent_sums_and_exceptions_are_decided_row_by_row_judged_and_told()
    {
        await using var desks = new OpenDesks(await FilledAsync());
        var book = new BookDesk(desks.Store);

        await book.WriteAsync("""{"risorse":{"ats":"Bergamo","residui_eur":12000.5,"speso_eur":3000}}""", OpenDesks.Actor, Cancel);
        await book.WriteAsync("""{"risorse":{"ats":"ATS Bergamo","speso_eur":4000}}""", OpenDesks.Actor, Cancel);
        await book.WriteAsync(
            """{"eccezione":{"livello":"ambito","codice":"bergamo","motivo":"Lavori","responsabile":"Cabina di Regia","fino_al":"2030-12-31"}}""", OpenDesks.Actor, Cancel);
        InputException refused = await Should.ThrowAsync<InputException>(() => book.WriteAsync("""{"risorse":{"ats":"Atlantide","speso_eur":1}}""", OpenDesks.Actor, Cancel));

        refused.Message.ShouldContain("Atlantide");
        Territory.AtsDeclaration declared = (await desks.Store.ReadAsync(Cancel)).Content.Declarations.Single();
        (declared.ResidualEur, declared.SpentEur).ShouldBe((12000.5m, 4000m), "what is not said stays");
        (await desks.Store.ReadRegisterAsync(Cancel)).Entries.Select(e => (e.Action, e.Subject)).TakeLast(3).ShouldBe(
            [("decisione.risorse", "Bergamo"), ("decisione.risorse", "ATS Bergamo"), ("decisione.eccezione", "ambito/bergamo")]);
        FrozenRun run = await desks.Runs.ContentAsync((await desks.FreezeAsync()).Head, Cancel);
        run.Rows("eccezioni").ShouldContain(r => (string?)r["codice"] == "bergamo" && r.ToJsonString().Contains("Lavori", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_published_run_is_not_published_again_nor_decided_beyond_its_proposals()
    {
        await using var desks = new OpenDesks(await FilledAsync());
        KeptRun run = await desks.PublishedAsync();

        (await Should.ThrowAsync<InputException>(() => desks.Runs.PublishAsync(run.Head.Id, OpenDesks.Actor, Cancel))).Message.ShouldContain("è già pubblicata");
        (await Should.ThrowAsync<InputException>(() => desks.Decisions.DecideAsync(run.Head.Id, 99, new(DecisionOutcome.Accepted, "x", null), OpenDesks.Actor, Cancel)))
            .Message.ShouldContain("non ha una proposta 99");
        (await Should.ThrowAsync<InputException>(() => desks.Runs.GetAsync("000000", Cancel))).Cure.ShouldContain(run.Head.Id);
    }

    private static async Task<ImmutableArray<Territory.Site>> SitesAsync(OpenDesks desks) =>
        (await desks.Store.ReadAsync(Cancel)).Content.SiteSets.First(s => s.Name == Territory.SiteSet.Demonstration).Sites;

    private static async Task<Territory.Site> SiteAsync(OpenDesks desks, string id) => (await SitesAsync(desks)).Single(s => s.Id.Value == id);

    private static JsonArray RowsOf(Formats.Tables.Layer layer)
    {
        using var bytes = new MemoryStream();
        Formats.Json.LayerJson.Write(layer, bytes);
        return JsonNode.Parse(bytes.ToArray())!["rows"]!.AsArray();
    }
}
