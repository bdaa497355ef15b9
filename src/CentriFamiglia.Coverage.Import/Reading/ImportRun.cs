namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The state of one import: the content as it becomes, table by table.</summary>
internal sealed class ImportRun(ImportRequest request, TerritoryContent start, Successors successors, Func<IReadOnlyList<TravelMatrixEntry>> currentMatrix)
{
    private readonly HashSet<ImportKind> _begun = [];
    private readonly Dictionary<ImportKind, Dictionary<string, RowReader>> _seen = [];
    private TerritoryContent _content = start;
    private ComuneDirectory? _comuni, _start;

    public ImportRequest Request { get; } = request;

    public TerritoryContent Start { get; } = start;

    public Successors Successors { get; } = successors;

    public Func<IReadOnlyList<TravelMatrixEntry>> CurrentMatrix { get; } = currentMatrix;

    /// <summary>The set that sedi and reti go into.</summary>
    public string SetName { get; } = request.SetName ?? start.SiteSets.FirstOrDefault(s => s.Active)?.Name ?? SiteSet.Mine;

    public List<TableReader> Tables { get; } = [];

    /// <summary>Files, sheets and layers that were not read.</summary>
    public List<UnreadFile> Unread { get; } = [];

    /// <summary>Whether any file, sheet, layer or row was left out, so that what was read is not all that was given.</summary>
    public bool LeftOut => Unread.Exists(u => u.Counts) || Tables.Exists(t => t.Rows.Any(r => r.Refused));

    /// <summary>The new matrix, sorted; default when none was imported.</summary>
    public ImmutableArray<TravelMatrixEntry> Matrix { get; set; }

    /// <summary>What was refused cannot be left out row by row: nothing can be taken, not even the valid rows.</summary>
    public bool Broken { get; set; }

    public TerritoryContent Content
    {
        get => _content;
        set
        {
            if (!value.Comuni.Equals(_content.Comuni))
                _comuni = null;
            _content = value;
        }
    }

    public ComuneDirectory Comuni => _comuni ??= new ComuneDirectory(Content.Comuni, Successors);

    public bool Imported(ImportKind kind) => _begun.Contains(kind);

    /// <summary>True for the first file of a kind when the files are the whole list; the others add to it.</summary>
    public bool BeginReplacing(ImportKind kind) => _begun.Add(kind) && Request.Replace;

    /// <summary>Rows of this kind read so far, by id.</summary>
    public Dictionary<string, RowReader> Seen(ImportKind kind)
    {
        if (!_seen.TryGetValue(kind, out Dictionary<string, RowReader>? seen))
            _seen.Add(kind, seen = new Dictionary<string, RowReader>(StringComparer.Ordinal));
        return seen;
    }

    /// <summary>Refuses a table with everything that was given.</summary>
    public void Break(TableReader table, RefusalCode code, string reason, string? cure = null)
    {
        Broken = true;
        table.RefuseAll(code, reason, cure);
    }

    /// <summary>A comune as it was before the import; null where it was not.</summary>
    public Comune? StartOf(ComuneCode code) => (_start ??= new ComuneDirectory(Start.Comuni, Successors)).Find(code);

    /// <summary>The set as it stands; an empty, incomplete one when it does not exist yet.</summary>
    public SiteSet Set() => Content.SiteSets.FirstOrDefault(s => s.Name == SetName)
        ?? new SiteSet { Name = SetName, Active = false, Sites = [], Networks = [] };

    /// <summary>Puts a set in its place. The user's own becomes the active one; so does the first of all.</summary>
    public void PutSet(SiteSet set)
    {
        SiteSet[] others = [.. Content.SiteSets.Where(s => s.Name != set.Name)];
        bool active = set.Active || set.Name == SiteSet.Mine || !Array.Exists(others, s => s.Active);
        Content = Content with
        {
            SiteSets =
            [
                .. others
                    .Select(s => active && s.Active ? s with { Active = false } : s)
                    .Append(set with { Active = active })
                    .OrderBy(s => s.Name, StringComparer.Ordinal),
            ],
        };
    }
}
