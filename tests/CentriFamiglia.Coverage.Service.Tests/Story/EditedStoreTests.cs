using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

/// <summary>
/// An office changes the store in QGIS or by psql. The row that an import would refuse counts nowhere, and is named with its column and its
/// cure; every figure is that of a store in which the row does not exist.
/// </summary>
public abstract class EditedStoreTests
{
    private const string Sede = "set_sedi = 'dimostrative' and site_id = 'BG01-S1'";

    [Theory]
    [InlineData("role = 'spoek'", "role", "«spoek» non è un valore di «role»", "Scrivere uno di: hub, spoke, non_dichiarato.")]
    [InlineData("status = 'in forse'", "status", "«in forse» non è un valore di «status»", "Scrivere uno di: active, planned, closed.")]
    [InlineData("network_id = 'BG0l'", "network_id", "la rete «BG0l» non è fra le reti dell'insieme «dimostrative» (forse «BG01»)", "Correggere network_id")]
    [InlineData("set_sedi = 'dimostrativo'", "set_sedi", "l'insieme «dimostrativo» non è fra quelli di set_sedi", "Scrivere in set_sedi")]
    [InlineData("geom = {punto}", "geom", "il punto cade in Milano (015146), a ", "Correggere le coordinate, oppure il codice in 015146.")]
    [InlineData("geom = {lontano}", "geom", "il punto è fuori dalla Lombardia, a ", "Scrivere lon e lat")]
    [InlineData("geom = {niente}", "geom", "mancano le coordinate", "Disegnare il punto della sede in gradi WGS84.")]
    [InlineData("pro_com_t = '016024'", "geom", "il punto cade in Filago (016098), a ", "oppure il codice in 016098.")]
    [InlineData("pro_com_t = '999999'", "pro_com_t", "il codice 999999 non è un comune della Lombardia", "")]
    [InlineData("name = ' '", "name", "manca il valore di «name»", "Scrivere il nome della sede.")]
    [InlineData("valid_from = '2025-01-01', valid_to = '2024-01-01'", "valid_to", "la validità finisce prima di cominciare", "")]
    public async Task A_sede_that_an_import_would_refuse_is_left_out_alone_and_named(string change, string column, string reason, string cure)
    {
        Seen edited = await AnalyseAsync($"update {{0}}sedi set {change} where {Sede}");

        StoredFinding finding = edited.Findings.ShouldHaveSingleItem();
        (finding.Table, finding.Id, finding.Column, finding.LeftOut).ShouldBe(("sedi", "BG01-S1", column, true));
        finding.Reason.ShouldStartWith(reason);
        finding.Cure.ShouldContain(cure);
        edited.Warnings.ShouldContain(w => w.StartsWith($"Archivio, {finding.Row}, colonna {column}: {reason}", StringComparison.Ordinal));
        edited.ShouldShowTheFiguresOf(await WithoutTheSedeAsync());
    }

    [Fact]
    public async Task A_network_whose_days_are_reversed_is_left_out_and_its_sedi_count()
    {
        Seen edited = await AnalyseAsync("update {0}reti set start_date = '2025-01-01', end_date = '2024-01-01' where network_id = 'BG01'");

        StoredFinding finding = edited.Findings.ShouldHaveSingleItem();
        (finding.Table, finding.Id, finding.Column, finding.LeftOut).ShouldBe(("reti", "BG01", "end_date", true));
        edited.Analysis.Snapshot.Networks.ShouldNotContain(n => n.Id.Value == "BG01");
        edited.Analysis.Snapshot.Sites.Count(s => s.Site.Network?.Value == "BG01").ShouldBe((await UneditedAsync()).Analysis.Snapshot.Sites.Count(s => s.Site.Network?.Value == "BG01"));
    }

    [Fact]
    public async Task A_comune_moved_to_an_Ambito_of_another_ATS_is_left_out_alone()
    {
        Seen edited = await AnalyseAsync("update {0}unita set ambito = 'Pavia' where pro_com_t = '016098'");

        StoredFinding finding = edited.Findings.ShouldHaveSingleItem();
        (finding.Table, finding.Id, finding.Column, finding.LeftOut).ShouldBe(("unita", "016098", "ambito", true));
        finding.Reason.ShouldBe("«Pavia» starebbe in due ATS: Pavia e Bergamo");
        edited.ShouldShowTheFiguresOf(await AnalyseAsync("delete from {0}unita where pro_com_t = '016098'"));
    }

    [Fact]
    public async Task A_misspelt_Ambito_is_believed_and_told_with_the_name_that_may_be_meant()
    {
        Seen edited = await AnalyseAsync("update {0}unita set ambito = '12 Vale Sabbia' where pro_com_t = '017003'");

        StoredFinding finding = edited.Findings.ShouldHaveSingleItem();
        (finding.Table, finding.Id, finding.Column, finding.LeftOut).ShouldBe(("unita", "017003", "ambito", false));
        finding.Reason.ShouldBe("«12 Vale Sabbia» non è fra le aree dell'archivio (forse «12 Valle Sabbia»)");
    }

    [Fact]
    public async Task An_Ambito_that_a_Hub_declares_and_nobody_knows_is_told_and_the_Hub_counts()
    {
        Seen edited = await AnalyseAsync($"update {{0}}sedi set declared_ambiti = {Texts("Bregamo")} where set_sedi = 'dimostrative' and site_id = 'BG01-H'");

        StoredFinding finding = edited.Findings.ShouldHaveSingleItem();
        (finding.Id, finding.Column, finding.Value, finding.LeftOut).ShouldBe(("BG01-H", "declared_ambiti", "Bregamo", false));
    }

    [Fact]
    public async Task A_word_that_an_import_reads_is_read()
    {
        Seen edited = await AnalyseAsync($"update {{0}}sedi set role = 'Centro Spoke', status = 'attiva' where {Sede}");

        edited.Findings.ShouldBeEmpty();
        edited.Analysis.Snapshot.Hash.ShouldBe((await UneditedAsync()).Analysis.Snapshot.Hash);
    }

    [Fact]
    public async Task A_sede_of_a_set_that_nobody_asks_for_is_none_of_the_answer()
    {
        Seen edited = await AnalyseAsync("update {0}sedi set role = 'spoek' where set_sedi = 'note'");

        edited.Findings.ShouldBeEmpty();
        edited.Analysis.Snapshot.Hash.ShouldBe((await UneditedAsync()).Analysis.Snapshot.Hash);
    }

    [Fact]
    public async Task A_store_that_nobody_changed_has_no_finding_in_any_set_and_the_hash_of_what_it_holds()
    {
        string address = await CopyAsync();
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(address));
        using var source = new AnalysisSource(store, TimeProvider.System);
        Territory.TerritoryContent stored = (await store.ReadAsync(TestContext.Current.CancellationToken)).Content;

        foreach (string set in Territory.SiteSet.Names)
        {
            Analysis analysis = await source.GetAsync(new AnalysisKey(set, null, null), TestContext.Current.CancellationToken);
            analysis.StoredFindings.ShouldBeEmpty();
            analysis.Snapshot.Hash.ShouldBe(Territory.Snapshot.TerritorySnapshot.Create(stored, set, analysis.Snapshot.AsOf).Hash);
        }
    }

    [Fact]
    public async Task Without_a_comune_that_can_be_read_the_store_is_refused_with_its_cure()
    {
        StoreRefusedException refused = await Should.ThrowAsync<StoreRefusedException>(() => AnalyseAsync("update {0}comuni set nome = ' '"));

        refused.Message.ShouldContain("non ha comuni che si possano leggere");
        refused.Cure.ShouldContain("coverage import FILE --as comuni");
    }

    /// <summary>A store of one's own, filled from the shipped data.</summary>
    protected abstract Task<string> CopyAsync();

    /// <summary>Runs SQL as the office does, by a program that is not this one.</summary>
    /// <param name="address">The store.</param>
    /// <param name="sql">A name of a table stands after <c>{0}</c>; <c>{punto}</c> is in Milano, <c>{lontano}</c> in Rome, <c>{niente}</c> no point.</param>
    protected abstract Task EditAsync(string address, string sql);

    /// <summary>A list of one text, in SQL.</summary>
    protected abstract string Texts(string text);

    /// <summary>Answers of the store without the sede, asked for once of each kind of store.</summary>
    protected abstract Task<Seen>? WithoutAsync { get; set; }

    private async Task<Seen> AnalyseAsync(string? sql)
    {
        string address = await CopyAsync();
        if (sql is not null)
            await EditAsync(address, sql);
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(address));
        using var source = new AnalysisSource(store, TimeProvider.System);
        return new Seen(await source.GetAsync(new AnalysisKey(null, null, null), CancellationToken.None));
    }

    private Task<Seen> WithoutTheSedeAsync() => WithoutAsync ??= AnalyseAsync($"delete from {{0}}sedi where {Sede}");

    private Task<Seen> UneditedAsync() => AnalyseAsync(null);

    /// <summary>What one store answers.</summary>
    protected sealed record Seen(Analysis Analysis)
    {
        public IEnumerable<StoredFinding> Findings => Analysis.StoredFindings;

        public IEnumerable<string> Warnings => Ask(CoverageQuestion.Instance, ("level", "all")).Meta["avvertenze"]!.AsArray().Select(w => (string)w!);

        public void ShouldShowTheFiguresOf(Seen other)
        {
            Rows(CoverageQuestion.Instance, ("level", "all")).ShouldBe(other.Rows(CoverageQuestion.Instance, ("level", "all")));
            Rows(GapsQuestion.Instance, ("by", "comune")).ShouldBe(other.Rows(GapsQuestion.Instance, ("by", "comune")));
            Analysis.Snapshot.Hash.ShouldBe(other.Analysis.Snapshot.Hash);
        }

        private string[] Rows(Question question, (string, string) value) => [.. Ask(question, value).Rows.Select(r => string.Join('|', r.Values))];

        private Formats.Tables.Layer Ask(Question question, (string Name, string Text) value) =>
            question.Answered(Analysis, null, new Values(new Dictionary<string, string>(StringComparer.Ordinal) { [value.Name] = value.Text }));
    }
}
