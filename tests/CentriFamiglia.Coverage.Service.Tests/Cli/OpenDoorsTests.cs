using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>Who reaches an open door, on the command line and over HTTP.</summary>
public sealed class OpenDoorsTests(FilledStore store)
{
    [Fact]
    public async Task Verb_and_address_say_which_sedi_count_and_which_are_not_known()
    {
        RunningService service = await store.ServiceAsync();
        JsonNode all = await service.JsonAsync("/api/v1/gaps?by=regione");
        JsonNode open = await service.JsonAsync("/api/v1/gaps?by=regione&at=mar%2017:30");
        Outcome verb = await CoverageProgram.RunAsync(store.Path, "gaps", "--by", "regione", "--at", "mar 17:30", "--format", "json");

        JsonNode.Parse(verb.Output)!["rows"]!.ToJsonString().ShouldBe(open["rows"]!.ToJsonString());
        JsonNode meta = open["meta"]!["aperte"]!;
        int Count(string key) => (int)meta[key]!;
        (Count("sedi_aperte") + Count("sedi_chiuse") + Count("sedi_incerte")).ShouldBe(196);
        Count("sedi_incerte").ShouldBe(meta["senza_orario"]!.AsArray().Count + meta["orario_non_letto"]!.AsArray().Count + meta["orario_letto_in_parte"]!.AsArray().Count);
        double Beyond(JsonNode answer, string key) => (double)answer["rows"]![0]![key]!;
        Beyond(open, "residenti_oltre_limite").ShouldBeGreaterThan(Beyond(open, "residenti_oltre_limite_se_incerte_aperte"));
        Beyond(open, "residenti_oltre_limite_se_incerte_aperte").ShouldBeGreaterThan(Beyond(all, "residenti_oltre_limite"));
        ((string)open["meta"]!["fotografia"]!["hash"]!).ShouldBe((string)all["meta"]!["fotografia"]!["hash"]!);
    }

    [Fact]
    public async Task When_every_door_is_closed_nobody_reaches_one_and_it_is_said()
    {
        Outcome night = await CoverageProgram.RunAsync(store.Path, "gaps", "--by", "comune", "--at", "dom 3:00", "--format", "json");

        JsonNode answer = JsonNode.Parse(night.Output)!;
        answer["rows"]!.AsArray().ShouldAllBe(r => r!["minuti"] == null && (bool)r["oltre_limite"]!);
        answer["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(w => w.StartsWith("Nessuna sede è aperta"));
    }

    [Fact]
    public async Task Verdicts_stay_as_they_are_and_say_how_many_doors_are_open()
    {
        RunningService service = await store.ServiceAsync();
        JsonArray always = await service.RowsAsync("/api/v1/coverage?level=ambito");
        JsonNode then = await service.JsonAsync("/api/v1/coverage?level=ambito&at=mar%2017:30");

        JsonArray rows = then["rows"]!.AsArray();
        rows.Select(r => (string)r!["verdetto"]!).ShouldBe(always.Select(r => (string)r!["verdetto"]!));
        rows.Sum(r => (int)r!["sedi_aperte"]!).ShouldBe((int)then["meta"]!["aperte"]!["sedi_aperte"]!);
        rows.Sum(r => (int)r!["sedi_incerte"]!).ShouldBe((int)then["meta"]!["aperte"]!["sedi_incerte"]!);
        always[0]!["sedi_aperte"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_moment_is_refused_with_a_cure()
    {
        Outcome bad = await CoverageProgram.RunAsync(store.Path, "gaps", "--at", "17:30");

        bad.ExitCode.ShouldBe(2);
        bad.Error.ShouldContain("--at");
        bad.Error.ShouldContain("mar 17:30");
    }
}
