using CentriFamiglia.Coverage.Import.Kinds;

namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>
/// The checks of an import over what a store holds, because a GIS or a database's own tools may have changed it: each row is judged as if a
/// file held it, and the row that an import would refuse is left out alone.
/// </summary>
public static class StoreCheck
{
    /// <param name="stored">What the store holds, with the rows that could not be read.</param>
    public static CheckedContent Check(TerritoryContent stored)
    {
        var checking = new Checking(stored);
        if (!stored.Comuni.IsEmpty)
        {
            checking.Comuni();
            checking.Memberships();
            foreach (SiteSet set in stored.SiteSets)
                checking.Set(set);
            checking.Declarations();
            checking.Findings.AddRange(AreaRemarks.Of(checking.Content));
            checking.Findings.AddRange(SetRemarks.Of(checking.Content));
        }

        checking.Rest();
        return new CheckedContent(
            checking.Content with { Unread = [] },
            checking.Readable with { Unread = [.. stored.Unread.Where(row => !checking.Taken.Contains(row))] },
            [.. checking.Findings.OrderBy(f => f.Table, StringComparer.Ordinal)]);
    }

    /// <summary>One check on its way: both contents as they become, table by table.</summary>
    private sealed class Checking
    {
        private readonly TerritoryContent _stored;
        private readonly HashSet<StoredRow> _judged = new(ReferenceEqualityComparer.Instance);

        public Checking(TerritoryContent stored) => _stored = Content = Readable = stored;

        public TerritoryContent Content { get; private set; }

        public TerritoryContent Readable { get; private set; }

        public List<StoredFinding> Findings { get; } = [];

        /// <summary>Rows that the store's reader could not take, and the import can.</summary>
        public HashSet<StoredRow> Taken { get; } = new(ReferenceEqualityComparer.Instance);

        /// <summary>Boundaries are too many to be judged at every reading: only rows that look wrong, or could not be read.</summary>
        public void Comuni()
        {
            ImmutableArray<Comune> doubtful = [.. _stored.Comuni.Where(IsDoubtful)];
            ImmutableArray<StoredRow> unread = Unread("comuni");
            if (doubtful.IsEmpty && unread.IsEmpty)
                return;
            ImportRun run = Run(TerritoryContent.Empty, null);
            var table = new StoredTable<Comune>("comuni", ImportKind.Comuni, KindColumns.Comuni.ToLayer(doubtful, c => c.Boundary), doubtful, unread);
            ComuneImport.Run(table.Reader, run);
            HashSet<Comune> refused = [.. table.Read.Where(r => !r.Taken).Select(r => r.Item)];
            Comune[] found = [.. Healed(table, run.Content.Comuni, c => c.Code.Value, _stored.Comuni.Select(c => c.Code.Value))];
            Content = Content with { Comuni = [.. _stored.Comuni.Where(c => !refused.Contains(c)).Concat(found).OrderBy(c => c.Code)] };
            Readable = Readable with { Comuni = [.. _stored.Comuni.Concat(found).OrderBy(c => c.Code)] };
            Findings.AddRange(table.Findings());
        }

        /// <summary>Where every row says what the areas were made of, nobody edited them and there is nothing to judge.</summary>
        public void Memberships()
        {
            ImmutableArray<StoredRow> unread = Unread("unita");
            if (unread.IsEmpty && AreaRemarks.AreOfAreas(_stored))
                return;
            ImportRun run = Run(Content, null);
            var table = new StoredTable<Membership>("unita", ImportKind.Unita, KindColumns.Unita.ToLayer(_stored.Memberships), _stored.Memberships, unread);
            MembershipImport.Run(table.Reader, run);
            Membership[] found = [.. Healed(table, run.Content.Memberships, m => m.Comune.Value, _stored.Memberships.Select(m => m.Comune.Value))];
            Content = Content with { Memberships = Taking(table, run.Content.Memberships, m => m.Comune.Value, _stored.Memberships, found) };
            Readable = Readable with { Memberships = [.. _stored.Memberships.Concat(found).OrderBy(m => m.Comune)] };
            Findings.AddRange(table.Findings());
        }

        public void Set(SiteSet set)
        {
            ImportRun run = Run(Content, set.Name);
            var networks = new StoredTable<Network>(
                "reti", ImportKind.Reti, KindColumns.Reti.ToLayer(set.Networks), set.Networks, Unread("reti", set.Name), set.Name);
            NetworkImport.Run(networks.Reader, run);
            ImmutableArray<Network> known = run.Set().Networks;
            Network[] found = [.. Healed(networks, known, n => n.Id.Value, set.Networks.Select(n => n.Id.Value))];

            // A network that is left out is no fault of its sedi: they count, and rule R2 says that their network is not there.
            IEnumerable<Network> named = networks.Reader.Rows.Where(r => r is { Refused: true, Id: not null })
                .Select(r => new Network { Id = new NetworkId(r.Id!), Name = r.Id! });
            run.PutSet(set with { Networks = [.. known.Concat(named).DistinctBy(n => n.Id).OrderBy(n => n.Id)] });
            var sites = new StoredTable<Site>(
                "sedi", ImportKind.Sedi, KindColumns.Sedi.ToLayer(set.Sites.Select(s => (s, (string?)null)), s => PointOf(s.Site)), set.Sites, Unread("sedi", set.Name),
                set.Name);
            SiteImport.Run(sites.Reader, run);
            Site[] placed = [.. Healed(sites, run.Set().Sites, s => s.Id.Value, set.Sites.Select(s => s.Id.Value))];
            Put(
                set with
                {
                    Networks = Taking(networks, known, n => n.Id.Value, set.Networks, found),
                    Sites = Taking(sites, run.Set().Sites, s => s.Id.Value, set.Sites, placed),
                },
                set with
                {
                    Networks = [.. set.Networks.Concat(found).OrderBy(n => n.Id)],
                    Sites = [.. set.Sites.Concat(placed).OrderBy(s => s.Id)],
                });
            Findings.AddRange(networks.Findings(IssueCodes.AtsOfNetworkUnknown));
            Findings.AddRange(sites.Findings(IssueCodes.AmbitoUnknown));
        }

        public void Declarations()
        {
            ImportRun run = Run(Content, null);
            var table = new StoredTable<AtsDeclaration>(
                "dichiarazioni", ImportKind.Dichiarazioni, KindColumns.Dichiarazioni.ToLayer(_stored.Declarations), _stored.Declarations, Unread("dichiarazioni"));
            DeclarationImport.Run(table.Reader, run);
            AtsDeclaration[] found = [.. Healed(table, run.Content.Declarations, d => d.Ats, _stored.Declarations.Select(d => d.Ats))];
            Content = Content with { Declarations = Taking(table, run.Content.Declarations, d => d.Ats, _stored.Declarations, found) };
            Readable = Readable with { Declarations = [.. _stored.Declarations.Concat(found).OrderBy(d => d.Ats, StringComparer.Ordinal)] };
            Findings.AddRange(table.Findings());
        }

        /// <summary>Rows that no import can read better: repeated ones, those of a set that is not there, tables that no import judges here.</summary>
        public void Rest()
        {
            foreach (StoredRow row in _stored.Unread.Where(r => !_judged.Contains(r)))
                Findings.Add(StoredRemarks.Of(row));
        }

        private static ImportRun Run(TerritoryContent content, string? set) =>
            new(new ImportRequest("") { Replace = true, AcceptValid = true, SetName = set }, content, new Successors(content), () => []);

        private static bool IsDoubtful(Comune comune) => comune.Name.Trim().Length == 0 || comune.Residents < 0 || comune.Families < 0 || comune.AreaKm2 < 0
            || comune.UrbanDegree is < 1 or > 3 || comune.Boundary.IsEmpty;

        private static Point PointOf(Site site) => Wgs84.Factory.CreatePoint(new Coordinate(site.Lon, site.Lat));

        private ImmutableArray<StoredRow> Unread(string table, string? set = null)
        {
            ImmutableArray<StoredRow> rows =
                [.. _stored.Unread.Where(r => r.Table == table && r.Fault.Kind == StoredFaultKind.Value && (set is null || r.Cell("set_sedi") == set))];
            _judged.UnionWith(rows);
            return rows;
        }

        /// <summary>What the import makes of rows that could not be read, where no other row has their key.</summary>
        private IEnumerable<T> Healed<T>(StoredTable<T> table, IEnumerable<T> imported, Func<T, string> key, IEnumerable<string> read)
            where T : class
        {
            Dictionary<string, T> byKey = imported.ToDictionary(key, StringComparer.Ordinal);
            HashSet<string> known = new(read, StringComparer.Ordinal);
            foreach ((StoredRow row, string? id) in table.Unread)
            {
                if (id is null)
                    continue;
                if (!known.Add(id))
                {
                    Findings.Add(StoredRemarks.Of(row));
                    continue;
                }

                Taken.Add(row);
                yield return byKey[id];
            }
        }

        /// <summary>The rows that the import takes, as it takes them, in the order of the content's lists.</summary>
        private static ImmutableArray<T> Taking<T>(StoredTable<T> table, IEnumerable<T> imported, Func<T, string> key, ImmutableArray<T> read, T[] found)
            where T : class
        {
            if (found.Length == 0 && table.Read.All(r => r.Taken) && imported.SequenceEqual(read))
                return read;
            HashSet<string> taken = new(table.Read.Where(r => r.Taken).Select(r => r.Id!).Concat(found.Select(key)), StringComparer.Ordinal);
            return [.. imported.Where(item => taken.Contains(key(item)))];
        }

        private void Put(SiteSet content, SiteSet readable)
        {
            Content = Content with { SiteSets = [.. Content.SiteSets.Select(s => s.Name == content.Name ? content : s)] };
            Readable = Readable with { SiteSets = [.. Readable.SiteSets.Select(s => s.Name == readable.Name ? readable : s)] };
        }
    }
}
