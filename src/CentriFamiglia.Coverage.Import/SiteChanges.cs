using CentriFamiglia.Coverage.Import.Checks;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Import;

/// <summary>
/// Changes of a list of sedi, judged as an import of the changed rows would be: the same columns, words, checks and messages. Nothing is
/// stored. Each sede is changed once; a change that says where a sede lies by point alone, or by comune alone, is told the other.
/// </summary>
public sealed class SiteChanges
{
    private const string HoursCure = "Scrivere per esempio «lun-ven 9-13» oppure «Mo-Fr 09:00-13:00».";
    private const string PlaceCure = "Indicare lon e lat in gradi WGS84, oppure il comune con pro_com_t.";

    private readonly TerritoryContent _content;
    private readonly SiteSet _set;
    private readonly ComuneDirectory _comuni;
    private readonly Lock _looking = new();

    /// <param name="content">What is known; other sets of sedi do not matter.</param>
    /// <param name="set">The list that is changed.</param>
    public SiteChanges(TerritoryContent content, SiteSet set)
    {
        _content = content with { SiteSets = [set] };
        _set = set;
        _comuni = new ComuneDirectory(content.Comuni, new Successors(content));
    }

    /// <summary>The list with all changes.</summary>
    /// <param name="changes">In any order.</param>
    /// <param name="refusals">By number of the change; none where the list is given.</param>
    /// <returns>Null where a change is refused.</returns>
    public SiteSet? Apply(ImmutableArray<SiteChange> changes, out ImmutableArray<SiteChangeRefusal> refusals)
    {
        var refused = new List<SiteChangeRefusal>();
        var rows = ImmutableArray.CreateBuilder<SourceRow>(changes.Length);
        Dictionary<string, Site> known = _set.Sites.ToDictionary(s => s.Id.Value, StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < changes.Length; i++)
        {
            SiteChange change = changes[i];
            if (!seen.TryAdd(change.Id, i + 1))
            {
                Refuse(i, "id", $"la sede «{change.Id}» è già nella modifica {seen[change.Id]}", "Riunire in una sola modifica tutto ciò che cambia della sede (op change).");
                continue;
            }

            Site? old = known.GetValueOrDefault(change.Id);
            if ((old is null) != (change.Operation == SiteOperation.Add))
                RefuseId(i, change.Id, old is not null);
            else if (Row(i, change, old, Refuse) is { } row)
                rows.Add(row);
        }

        SiteSet? next = refused.Count > 0 ? null : Imported(changes, rows.DrainToImmutable(), refused);
        refusals = [.. refused.OrderBy(r => r.Number)];
        return refusals.IsEmpty ? next : null;

        void RefuseId(int change, string id, bool known)
        {
            if (known)
                Refuse(change, "id", $"la sede «{id}» c'è già nell'insieme «{_set.Name}»", "Usare un altro identificativo, o cambiare la sede che c'è (op change, op move).");
            else
                Refuse(change, "id", Unknown(id), "Correggere l'identificativo, o aggiungere la sede (op add).");
        }

        void Refuse(int change, string? column, string reason, string cure) => refused.Add(new SiteChangeRefusal(change + 1, changes[change].Id, column, reason, cure));
    }

    private string Unknown(string id) =>
        $"nell'insieme «{_set.Name}» non c'è la sede «{id}»{new KnownNames(_set.Sites.Select(s => s.Id.Value)).Suggestion(id)}";

    /// <summary>The whole row of the sede as it would be imported.</summary>
    private SourceRow? Row(int number, SiteChange change, Site? old, Action<int, string?, string, string> refuse)
    {
        Dictionary<string, string?> cells = old is null ? New(change.Id) : Written(old);
        foreach ((string column, string? cell) in change.Operation == SiteOperation.Close ? _closed : change.Cells)
            cells[column] = cell;
        bool byPoint = change.Cells.ContainsKey("lon") || change.Cells.ContainsKey("lat");
        bool byComune = change.Cells.ContainsKey("pro_com_t") && !(change.Operation == SiteOperation.Change && cells["pro_com_t"] == old!.Comune.Value);
        if (byPoint)
        {
            (cells["lon"], cells["lat"]) = (change.Cells.GetValueOrDefault("lon"), change.Cells.GetValueOrDefault("lat"));
            if (!change.Cells.ContainsKey("precisione"))
                cells["precisione"] = null;
            if (!change.Cells.ContainsKey("pro_com_t") && !Located(number, cells, refuse))
                return null;
        }
        else if (byComune)
        {
            (cells["lon"], cells["lat"], cells["precisione"]) = (null, null, Vocabulary.Precision.Of(SitePrecision.Comune));
        }
        else if (change.Operation is SiteOperation.Add or SiteOperation.Move)
        {
            refuse(number, null, change.Operation == SiteOperation.Add ? "non dice dove sta la sede" : "non dice dove va la sede", PlaceCure);
            return null;
        }

        // The name beside the code would be that of the comune it leaves.
        cells["comune"] = change.Cells.GetValueOrDefault("comune");
        if (change.Cells.GetValueOrDefault("opening_hours") is { } hours && OpeningHours.Parse(hours) is { IsWhole: false } reading)
        {
            refuse(number, "opening_hours", $"gli orari «{hours}» non si leggono{(reading.Schedule is null ? "" : " per intero")}: {string.Join(' ', reading.Notes)}", HoursCure);
            return null;
        }

        return new SourceRow(number + 1, [.. _columns.Select(c => cells.GetValueOrDefault(c))], null) { Numbers = _numbers };
    }

    /// <summary>Tells the comune of a point.</summary>
    private bool Located(int number, Dictionary<string, string?> cells, Action<int, string?, string, string> refuse)
    {
        if (!Degrees(cells["lon"], out double lon) || !Degrees(cells["lat"], out double lat))
        {
            string wrong = Degrees(cells["lon"], out _) ? "lat" : "lon";
            refuse(number, wrong, cells[wrong] is { } text ? $"«{text}» non è un numero di gradi" : $"manca il valore di «{wrong}»", "Scrivere lon e lat in gradi WGS84.");
            return false;
        }

        lock (_looking)
        {
            if (_comuni.At(lon, lat) is { } comune)
            {
                cells["pro_com_t"] = comune.Code.Value;
                return true;
            }

            if (_comuni.At(lat, lon) is { } swapped)
                refuse(number, "lon", $"longitudine e latitudine sono scambiate (scambiate cadono in {swapped.Name})", $"Scrivere lon {lat:0.#####} e lat {lon:0.#####}.");
            else
                refuse(number, "lon", $"il punto {lon:0.#####}, {lat:0.#####} è fuori dalla Lombardia", IssueCodes.PlaceOutside.Cure);
            return false;
        }
    }

    private static bool Degrees(string? text, out double degrees)
    {
        degrees = 0;
        return text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && double.IsFinite(degrees);
    }

    private SiteSet? Imported(ImmutableArray<SiteChange> changes, ImmutableArray<SourceRow> rows, List<SiteChangeRefusal> refused)
    {
        if (rows.IsEmpty)
            return _set;
        var request = new ImportRequest("prova") { Kind = ImportKind.Sedi, SetName = _set.Name, PlaceInComune = true };
        ImportResult result = Importer.Import(request, [new SourceTable("prova", _columns, rows, Wgs84.Factory.SRID)], _content);
        refused.AddRange(result.Report.Issues.Where(i => i.Severity == IssueSeverity.Refused)
            .Select(i => new SiteChangeRefusal(i.Line ?? 1, changes[(i.Line ?? 1) - 1].Id, i.Column is "site_id" ? "id" : i.Column, i.Reason, i.Cure)));
        // Only the sedi: whether a set is the active one, and for whom it is complete, a trial does not change.
        return result.Applied ? _set with { Sites = result.Next.SiteSets.Single(s => s.Name == _set.Name).Sites } : null;
    }

    private static readonly ImmutableArray<string> _columns = ["site_id", .. SiteChange.Columns];

    private static readonly ImmutableArray<bool> _numbers = [.. _columns.Select(c => c is "lon" or "lat" or "operators")];

    private static readonly ImmutableSortedDictionary<string, string?> _closed =
        ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal).Add("status", Vocabulary.Status.Of(SiteStatus.Closed));

    private static Dictionary<string, string?> New(string id) => new(StringComparer.Ordinal) { ["site_id"] = id, ["name"] = $"Sede di prova {id}", ["source"] = "prova" };

    private Dictionary<string, string?> Written(Site site)
    {
        Layer layer = ImportLayers.Sedi(TerritoryContent.Empty, _set with { Sites = [site] });
        return layer.Columns.Zip(layer.Rows[0].Values).ToDictionary(p => p.First.Name, p => CellText.Of(p.Second, p.First.Type), StringComparer.Ordinal);
    }
}
