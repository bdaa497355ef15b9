using System.Collections.Immutable;
using System.Globalization;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tests;

/// <summary>What every store must do. Each store has one subclass that says how to get a fresh one.</summary>
public abstract partial class StoreContract
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Names of all migrations, in order.</summary>
    protected abstract string[] Scripts { get; }

    /// <summary>A store that does not exist yet; opening it again gives the same store.</summary>
    protected abstract Task<ICoverageStore> OpenAsync();

    [Fact]
    public async Task A_store_that_is_not_there_says_so_and_cannot_be_read()
    {
        await using ICoverageStore store = await OpenAsync();

        StoreState state = await store.StateAsync(Cancel);

        state.ShouldBe(new StoreState(Exists: false, SchemaVersion: 0, KnownVersion: VersionOf(Scripts[^1]), Revision: 0));
        StoreRefusedException error = await Should.ThrowAsync<StoreRefusedException>(() => store.ReadAsync(Cancel));
        error.Message.ShouldContain("non esiste ancora");
        error.Cure.ShouldContain("coverage migrate");
    }

    [Fact]
    public async Task A_new_store_is_empty_at_revision_0_and_migrating_it_again_does_nothing()
    {
        await using ICoverageStore store = await OpenAsync();

        (await store.MigrateAsync(Cancel)).ShouldBe(Scripts);
        (await store.MigrateAsync(Cancel)).ShouldBeEmpty();

        (await store.StateAsync(Cancel)).ShouldBe(new StoreState(Exists: true, VersionOf(Scripts[^1]), VersionOf(Scripts[^1]), Revision: 0));
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        revision.ShouldBe(0);
        ContentText.Of(content).ShouldBe(ContentText.Of(TerritoryContent.Empty));
        (await store.ReadMatrixAsync(Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await store.CanWriteAsync(Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_written_comes_back_bit_for_bit()
    {
        await using ICoverageStore store = await FilledAsync();

        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);

        revision.ShouldBe(1);
        ContentText.Of(content).ShouldBe(ContentText.Of(SampleContent.Full));
        ContentText.Of(await store.ReadMatrixAsync(Cancel).ToListAsync(Cancel)).ShouldBe(ContentText.Of(SampleContent.Matrix));
    }

    [Fact]
    public async Task Doubles_of_every_magnitude_survive()
    {
        await using ICoverageStore store = await CreatedAsync();
        var random = new Random(20231213);
        DemandPoints points =
        [
            .. Enumerable.Range(0, 2000).Select(i => new DemandPoint(
                new DemandPointId($"{i:D5}"),
                new ComuneCode("016024"),
                8 + random.NextDouble() * 3,
                44 + random.NextDouble() * 3,
                Math.ScaleB(random.NextDouble(), random.Next(-1000, 1000)))),
        ];

        await store.WriteAsync(TerritoryContent.Empty with { DemandPoints = points }, ContentParts.DemandPoints, null, 0, Cancel);

        (await store.ReadAsync(Cancel)).Content.DemandPoints.ShouldBe(points);
    }

    [Fact]
    public async Task A_boundary_of_one_part_comes_back_as_a_Polygon_and_lists_come_back_in_ordinal_order()
    {
        await using ICoverageStore store = await CreatedAsync();
        Comune one = SampleContent.Square(2) with { Boundary = SampleContent.Geometry("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))") };

        await store.WriteAsync(TerritoryContent.Empty with { Comuni = [one, SampleContent.Square(1)] }, ContentParts.Comuni, null, 0, Cancel);

        ImmutableArray<Comune> comuni = (await store.ReadAsync(Cancel)).Content.Comuni;
        comuni.Select(c => c.Code.Value).ShouldBe(["000001", "000002"]);
        comuni[1].Boundary.AsText().ShouldBe("POLYGON ((0 0, 1 0, 1 1, 0 0))");
        comuni[1].Boundary.SRID.ShouldBe(4326);
        comuni[1].Boundary.Factory.SRID.ShouldBe(4326);
    }

    [Theory]
    [InlineData(ContentParts.Comuni)]
    [InlineData(ContentParts.Memberships)]
    [InlineData(ContentParts.DemandPoints)]
    [InlineData(ContentParts.SiteSets)]
    [InlineData(ContentParts.Areas)]
    [InlineData(ContentParts.Documents)]
    [InlineData(ContentParts.Declarations)]
    [InlineData(ContentParts.Matrix)]
    public async Task A_part_is_replaced_alone(ContentParts part)
    {
        await using ICoverageStore store = await FilledAsync();

        long revision = await store.WriteAsync(TerritoryContent.Empty, part, null, 1, Cancel);

        revision.ShouldBe(2);
        TerritoryContent expected = SampleContent.Full;
        expected = part switch
        {
            ContentParts.Comuni => expected with { Comuni = [] },
            ContentParts.Memberships => expected with { Memberships = [] },
            ContentParts.DemandPoints => expected with { DemandPoints = [] },
            ContentParts.SiteSets => expected with { SiteSets = [] },
            ContentParts.Areas => expected with { Areas = [] },
            ContentParts.Documents => expected with { Documents = expected.Documents.Clear() },
            ContentParts.Declarations => expected with { Declarations = [] },
            _ => expected with { Matrix = null },
        };
        ContentText.Of((await store.ReadAsync(Cancel)).Content).ShouldBe(ContentText.Of(expected));
        (await store.ReadMatrixAsync(Cancel).CountAsync(Cancel)).ShouldBe(part == ContentParts.Matrix ? 0 : 3);
    }

    [Fact]
    public async Task A_write_from_an_old_revision_is_refused_and_changes_nothing()
    {
        await using ICoverageStore store = await FilledAsync();
        await using ICoverageStore other = await OpenAsync();
        await other.WriteAsync(SampleContent.Full, ContentParts.None, null, 1, Cancel);

        StoreChangedException error = await Should.ThrowAsync<StoreChangedException>(
            () => store.WriteAsync(TerritoryContent.Empty, ContentParts.All, null, 1, Cancel));

        error.Cure.ShouldContain("Ripetere il comando");
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        revision.ShouldBe(2);
        ContentText.Of(content).ShouldBe(ContentText.Of(SampleContent.Full));
    }

    [Fact]
    public async Task Of_several_writers_at_once_exactly_one_wins()
    {
        await using ICoverageStore store = await FilledAsync();

        bool[] won = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            await using ICoverageStore writer = await OpenAsync();
            try
            {
                await writer.WriteAsync(TerritoryContent.Empty with { Comuni = [SampleContent.Square(i)] }, ContentParts.Comuni, null, 1, Cancel);
                return true;
            }
            catch (StoreChangedException)
            {
                return false;
            }
        }));

        won.Count(w => w).ShouldBe(1);
        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        revision.ShouldBe(2);
        content.Comuni.ShouldHaveSingleItem().Residents.ShouldBe(Array.IndexOf(won, true));
    }

    [Fact]
    public async Task A_reader_beside_a_writer_sees_one_moment_never_a_half()
    {
        await using ICoverageStore store = await CreatedAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task writing = Task.Run(
            async () =>
            {
                await using ICoverageStore writer = await OpenAsync();
                for (int round = 1; round <= 12; round++)
                {
                    TerritoryContent next = TerritoryContent.Empty with
                    {
                        Comuni = [.. Enumerable.Range(0, round * 10).Select(SampleContent.Square)],
                        DemandPoints =
                        [
                            .. Enumerable.Range(0, round * 10)
                                .Select(i => new DemandPoint(new DemandPointId($"{i:D4}"), new ComuneCode("016024"), 9, 45, round)),
                        ],
                    };
                    await writer.WriteAsync(next, ContentParts.Comuni | ContentParts.DemandPoints, null, round - 1, Cancel);
                }

                await stop.CancelAsync();
            },
            Cancel);

        int seen = 0;
        while (!stop.IsCancellationRequested)
        {
            (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
            content.Comuni.Length.ShouldBe((int)revision * 10);
            content.DemandPoints.Length.ShouldBe((int)revision * 10);
            content.DemandPoints.ShouldAllBe(p => p.Residents == revision);
            seen++;
        }

        await writing;
        seen.ShouldBeGreaterThan(1);
        (await store.StateAsync(Cancel)).Revision.ShouldBe(12);
    }

    /// <summary>
    /// A long table stands between the revision, which is read first, and the documents, which are read last: a reader that did not
    /// hold one moment would find the documents of a later write.
    /// </summary>
    [Fact]
    public async Task A_long_read_between_two_quick_writers_is_of_one_moment_from_first_table_to_last()
    {
        await using ICoverageStore store = await CreatedAsync();
        DemandPoints many =
        [
            .. Enumerable.Range(0, 20_000).Select(i => new DemandPoint(new DemandPointId($"{i:D5}"), new ComuneCode("016024"), 9, 45, 1)),
        ];
        await store.WriteAsync(Round(1) with { DemandPoints = many }, ContentParts.All, null, 0, Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task[] writing = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(WriteUntilStoppedAsync, Cancel))];

        var revisions = new HashSet<long>();
        while (revisions.Count < 4 && !Array.Exists(writing, w => w.IsFaulted))
        {
            (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
            content.Documents["giro"].ShouldBe($"{revision}");
            content.SiteSets.Single().Sites.Single().Name.ShouldBe($"Giro {revision}");
            content.Memberships.Single().Ambito.ShouldBe($"Giro {revision}");
            content.DemandPoints.Length.ShouldBe(20_000);
            revisions.Add(revision);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writing);

        async Task WriteUntilStoppedAsync()
        {
            const ContentParts Quick = ContentParts.Memberships | ContentParts.Documents | ContentParts.SiteSets;
            await using ICoverageStore writer = await OpenAsync();
            while (!stop.IsCancellationRequested)
            {
                long last = (await writer.StateAsync(Cancel)).Revision;
                try
                {
                    await writer.WriteAsync(Round(last + 1), Quick, null, last, Cancel);
                }
                catch (StoreChangedException)
                {
                    // The other writer was first; the next round is counted from there.
                }
            }
        }

        static TerritoryContent Round(long revision)
        {
            SiteSet sample = SampleContent.Full.SiteSets.First(s => s.Sites.Length > 0);
            Site site = sample.Sites[0] with { Name = $"Giro {revision}", Network = null };
            return TerritoryContent.Empty with
            {
                Memberships = [SampleContent.Full.Memberships[0] with { Ambito = $"Giro {revision}" }],
                SiteSets = [sample with { Networks = [], Sites = [site] }],
                Documents = TerritoryContent.Empty.Documents.Add("giro", $"{revision}"),
            };
        }
    }

    [Fact]
    public async Task A_write_that_is_cancelled_in_the_middle_keeps_the_old()
    {
        await using ICoverageStore store = await FilledAsync();
        using var cancel = new CancellationTokenSource();
        var pairs = new CancellingList(SampleContent.Matrix[0], at: 50_000, total: 100_000, cancel);
        TerritoryContent next = TerritoryContent.Empty with { Matrix = new TravelMatrixInfo(pairs.Count, "b", null) };

        await Should.ThrowAsync<OperationCanceledException>(() => store.WriteAsync(next, ContentParts.All, pairs, 1, cancel.Token));

        (TerritoryContent content, long revision) = await store.ReadAsync(Cancel);
        revision.ShouldBe(1);
        ContentText.Of(content).ShouldBe(ContentText.Of(SampleContent.Full));
        (await store.WriteAsync(SampleContent.Full, ContentParts.None, null, 1, Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task A_matrix_of_300_000_pairs_is_streamed_in_order_of_from_and_to()
    {
        await using ICoverageStore store = await CreatedAsync();
        ComuneCode[] codes = [.. Enumerable.Range(0, 548).Select(i => new ComuneCode($"{i:D6}"))];
        TravelMatrixEntry[] pairs =
        [
            .. from to in codes.Reverse() from @from in codes select new TravelMatrixEntry(@from, to, Minutes(@from, to), null),
        ];

        await store.WriteAsync(
            TerritoryContent.Empty with { Matrix = new TravelMatrixInfo(pairs.Length, "c", null) }, ContentParts.Matrix, pairs, 0, Cancel);

        int next = 0;
        await foreach (TravelMatrixEntry pair in store.ReadMatrixAsync(Cancel))
        {
            (ComuneCode from, ComuneCode to) = (codes[next / codes.Length], codes[next % codes.Length]);
            if (pair != new TravelMatrixEntry(from, to, Minutes(from, to), null))
                throw new ShouldAssertException($"Pair {next} is {pair}.");
            next++;
        }

        next.ShouldBe(300_304);

        static double Minutes(ComuneCode from, ComuneCode to) =>
            int.Parse(from.Value, CultureInfo.InvariantCulture) / 7.0 + int.Parse(to.Value, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public async Task A_text_with_a_NUL_or_half_a_surrogate_pair_is_refused_by_both(int character)
    {
        await using ICoverageStore store = await FilledAsync();
        TerritoryContent next = TerritoryContent.Empty with { Comuni = [SampleContent.Square(1) with { Name = $"testo {(char)character}" }] };

        StoreRefusedException error = await Should.ThrowAsync<StoreRefusedException>(
            () => store.WriteAsync(next, ContentParts.Comuni, null, 1, Cancel));

        error.Message.ShouldContain("carattere non valido in posizione");
        (await store.StateAsync(Cancel)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused_by_both()
    {
        await using ICoverageStore store = await FilledAsync();
        TerritoryContent next = TerritoryContent.Empty with { Comuni = [SampleContent.Square(1) with { AreaKm2 = double.NaN }] };

        await Should.ThrowAsync<StoreRefusedException>(() => store.WriteAsync(next, ContentParts.Comuni, null, 1, Cancel));

        (await store.ReadAsync(Cancel)).Revision.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_code_twice_is_refused_and_changes_nothing()
    {
        await using ICoverageStore store = await FilledAsync();
        TerritoryContent next = TerritoryContent.Empty with { Comuni = [SampleContent.Square(1), SampleContent.Square(1)] };

        StoreRefusedException error = await Should.ThrowAsync<StoreRefusedException>(
            () => store.WriteAsync(next, ContentParts.Comuni, null, 1, Cancel));

        error.Cure.ShouldContain("due volte");
        ContentText.Of((await store.ReadAsync(Cancel)).Content).ShouldBe(ContentText.Of(SampleContent.Full));
    }

    [Fact]
    public async Task A_store_of_a_newer_schema_is_refused_and_left_as_it_is()
    {
        await using ICoverageStore store = await FilledAsync();
        await RecordScriptAsync("0099_futuro.sql", new string('0', 64));

        StoreState state = await store.StateAsync(Cancel);

        state.IsNewer.ShouldBeTrue();
        state.SchemaVersion.ShouldBe(99);
        foreach (Func<Task> use in new Func<Task>[]
        {
            () => store.ReadAsync(Cancel),
            () => store.MigrateAsync(Cancel),
            () => store.WriteAsync(TerritoryContent.Empty, ContentParts.All, null, 1, Cancel),
            () => store.ReadMatrixAsync(Cancel).CountAsync(Cancel).AsTask(),
        })
        {
            StoreRefusedException error = await Should.ThrowAsync<StoreRefusedException>(use);
            error.Message.ShouldContain("più recente");
            error.Cure.ShouldContain("Aggiornare il programma");
        }
    }

    [Fact]
    public async Task A_store_whose_script_was_edited_is_refused()
    {
        await using ICoverageStore store = await FilledAsync();
        await RecordScriptAsync("0001_tabelle.sql", new string('0', 64));

        StoreRefusedException error = await Should.ThrowAsync<StoreRefusedException>(() => store.MigrateAsync(Cancel));

        error.Message.ShouldContain("0001_tabelle.sql");
        await Should.ThrowAsync<StoreRefusedException>(() => store.StateAsync(Cancel));
        await Should.ThrowAsync<StoreRefusedException>(() => store.ReadAsync(Cancel));
    }

    [Fact]
    public async Task A_list_that_was_complete_as_a_whole_is_complete_for_every_ATS_once_the_store_is_migrated()
    {
        await CreateAtFirstSchemaAsync("Pavia", "Bergamo", "Pavia");
        await using ICoverageStore store = await OpenAsync();
        (await store.StateAsync(Cancel)).IsOlder.ShouldBeTrue();
        StoreRefusedException old = await Should.ThrowAsync<StoreRefusedException>(() => store.ReadAsync(Cancel));
        old.Message.ShouldContain($"ha lo schema 1, più vecchio di quello del programma ({VersionOf(Scripts[^1])})");

        (await store.MigrateAsync(Cancel)).ShouldBe(Scripts[1..]);

        (await store.VerifyAsync(Cancel)).Tables.ShouldAllBe(t => t.Condition == TableCondition.Intact && t.Watched);
        TerritoryContent content = (await store.ReadAsync(Cancel)).Content;
        content.SiteSets.Select(s => (s.Name, s.Active, string.Join('|', s.CompleteFor)))
            .ShouldBe([("dimostrative", true, "Bergamo|Pavia"), ("mie", false, "Bergamo|Pavia"), ("note", false, "")]);
        await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, 0, Cancel);
        ContentText.Of((await store.ReadAsync(Cancel)).Content).ShouldBe(ContentText.Of(SampleContent.Full));
    }

    [Fact]
    public async Task Without_memberships_a_list_that_was_complete_is_complete_for_none()
    {
        await CreateAtFirstSchemaAsync();
        await using ICoverageStore store = await OpenAsync();

        await store.MigrateAsync(Cancel);

        (await store.ReadAsync(Cancel)).Content.SiteSets.ShouldAllBe(s => s.CompleteFor.IsEmpty);
    }

    /// <summary>
    /// The store that <see cref="OpenAsync"/> opens, as the first script alone made it: the sets dimostrative and mie complete, note not.
    /// </summary>
    /// <param name="ats">Of one comune each.</param>
    private async Task CreateAtFirstSchemaAsync(params string[] ats)
    {
        await using (ICoverageStore first = await OpenFirstSchemaAsync())
            await first.MigrateAsync(Cancel);
        await ExecuteAsync(string.Join(';',
        [
            "insert into {0}set_sedi (nome, completo, attivo) values ('dimostrative', true, true), ('note', false, false), ('mie', true, false)",
            .. ats.Select((name, i) =>
                $"insert into {{0}}unita (pro_com_t, ats, ambito_status, distretto_status) values ('01600{i}', '{name}', 'listed', 'listed')"),
        ]));
    }

    /// <summary>The store that does not exist yet, as a program that knows the first script alone opens it.</summary>
    protected abstract Task<ICoverageStore> OpenFirstSchemaAsync();

    /// <summary>Runs SQL in which <c>{0}</c> stands before the name of a table.</summary>
    protected abstract Task ExecuteAsync(string sql);

    /// <summary>A store with its schema and nothing in it, the one that <see cref="OpenAsync"/> opens from then on.</summary>
    protected virtual async Task<ICoverageStore> CreatedAsync()
    {
        ICoverageStore store = await OpenAsync();
        await store.MigrateAsync(Cancel);
        return store;
    }

    /// <summary>Makes the store say that a script was applied, replacing what it said of it.</summary>
    protected abstract Task RecordScriptAsync(string script, string sha256);

    protected async Task<ICoverageStore> FilledAsync()
    {
        ICoverageStore store = await CreatedAsync();
        (await store.WriteAsync(SampleContent.Full, ContentParts.All, SampleContent.Matrix, 0, Cancel)).ShouldBe(1);
        return store;
    }

    private static int VersionOf(string script) => int.Parse(script[..4], CultureInfo.InvariantCulture);

    private sealed class CancellingList(TravelMatrixEntry entry, int at, int total, CancellationTokenSource cancel)
        : IReadOnlyList<TravelMatrixEntry>
    {
        public int Count => total;

        public TravelMatrixEntry this[int index]
        {
            get
            {
                if (index == at)
                    cancel.Cancel();
                return entry with { From = new ComuneCode($"{index / 1000:D6}"), To = new ComuneCode($"{index % 1000:D6}") };
            }
        }

        public IEnumerator<TravelMatrixEntry> GetEnumerator() => Enumerable.Range(0, total).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
