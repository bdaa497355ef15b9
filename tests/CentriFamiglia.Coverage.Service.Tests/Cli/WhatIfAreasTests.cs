using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>What a trial says of areas and totals rests on every sede for R1, on open ones for journeys, and on the same comuni for a comparison.</summary>
public sealed class WhatIfAreasTests(FilledStore store)
{
    /// <summary>The new Spoke declares no hours, so no journey may count it; R1 asks for a sede, not for an open one.</summary>
    [Fact]
    public async Task Verdicts_count_every_sede_at_any_moment_of_the_week()
    {
        const string luino = """[{"op":"add","id":"N1","role":"spoke","network_id":"IN03","pro_com_t":"012092"}]""";
        JsonNode meta = (await WhatIfTests.JsonAsync(store.Path, "what-if", "--changes", luino, "--at", "mar 10"))["meta"]!;
        JsonNode ambito = meta["aree"]!.AsArray().Single(a => (string)a!["livello"]! == "ambito" && (string)a["codice"]! == "luino")!;
        JsonNode totals = meta["totali"]!;

        WhatIfTests.Cells(ambito, "verdetto_prima", "verdetto_dopo", "spoke_prima", "spoke_dopo").ShouldBe("SCOPERTO|SEDE|0|1");
        ((double)ambito["minuti_medi_dopo"]!).ShouldBe((double)ambito["minuti_medi_prima"]!);
        totals["verdetti_che_cambiano"]!.AsArray().Select(v => WhatIfTests.Cells(v, "livello", "nome", "prima", "dopo"))
            .ShouldBe(["ambito|Luino|SCOPERTO|SEDE", "distretto|Luino|SCOPERTO|SEDE"]);
        foreach (string level in (string[])["ambiti", "distretti"])
            ((int)totals["dopo"]![$"{level}_con_sede"]!).ShouldBe((int)totals["prima"]![$"{level}_con_sede"]! + 1, level);
    }

    /// <summary>The list is complete for Brianza alone: a Spoke in Bergamo makes its Ambito known, one in Monza adds nothing to what is known.</summary>
    [Theory]
    [InlineData("016024", "ambito bergamo|ats bergamo|distretto bergamo|regione 03", "false", "true")]
    [InlineData("108033", "", "true", "false")]
    public async Task Figures_that_are_not_of_the_same_comuni_are_no_comparison(string comune, string otherwise, string comparable, string bound)
    {
        string trial = $$"""[{"op":"add","id":"N1","role":"spoke","pro_com_t":"{{comune}}"}]""";
        JsonNode meta = (await WhatIfTests.JsonAsync(await store.OfOneAtsAsync(), "what-if", "--changes", trial, "--sedi", "mie"))["meta"]!;

        meta["aree"]!.AsArray().ShouldNotBeEmpty();
        string.Join('|', meta["aree"]!.AsArray().Where(a => !(bool)a!["confrontabile"]!).Select(a => $"{a!["livello"]} {a["codice"]}").Order(StringComparer.Ordinal))
            .ShouldBe(otherwise);
        WhatIfTests.Cells(meta["totali"], "confrontabile").ShouldBe(comparable);
        WhatIfTests.Cells(meta["totali"]!["prima"], "elenco_incompleto").ShouldBe("false");
        WhatIfTests.Cells(meta["totali"]!["dopo"], "elenco_incompleto").ShouldBe(bound);
        meta["avvertenze"]!.AsArray().Count(w => ((string)w!).Contains("non contano gli stessi comuni", StringComparison.Ordinal)).ShouldBe(otherwise.Length > 0 ? 1 : 0);
    }
}
