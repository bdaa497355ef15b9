using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

/// <summary>Of which places nothing is known, told from the sedi and the memberships alone: no verdict of the program is asked.</summary>
internal sealed class KnownPlaces
{
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Membership> _memberships;
    private readonly Dictionary<string, long> _residents;
    private readonly string[] _complete;

    public KnownPlaces(Analysis analysis)
    {
        TerritoryContent content = analysis.Snapshot.Content;
        SiteSet set = analysis.Snapshot.Set;
        _memberships = content.Memberships.ToDictionary(m => m.Comune.Value, StringComparer.Ordinal);
        _complete = [.. set.CompleteFor];
        HashSet<string> withSedi = [.. set.Sites.Where(s => s.Status == SiteStatus.Active).SelectMany(s => Areas(_memberships[s.Comune.Value]))];
        ILookup<string, Membership> byArea = content.Memberships.SelectMany(m => Areas(m).Select(area => (area, m))).ToLookup(p => p.area, p => p.m, StringComparer.Ordinal);
        foreach (IGrouping<string, Membership> area in byArea)
        {
            if (!withSedi.Contains(area.Key) && area.Any(m => !_complete.Contains(m.Ats, StringComparer.Ordinal)))
                _unknown.Add(area.Key);
        }

        _residents = content.Comuni.ToDictionary(c => c.Code.Value, c => (long)(c.Residents ?? 0), StringComparer.Ordinal);
        ResidentsLeftOut = LeftOutOf(null);
        ComuniLeftOut = _residents.Keys.Count(IsUnknown);
    }

    /// <summary>Of the comuni of which nothing is known.</summary>
    public long ResidentsLeftOut { get; }

    public int ComuniLeftOut { get; }

    /// <summary>
    /// Residents that no area of a level counts: also those of comuni whose Ambito is known, where the area itself is not.
    /// </summary>
    public long LeftOutOf(string? level) => _residents
        .Where(c => IsUnknown(c.Key) || Array.Exists(Areas(_memberships[c.Key]), area => area.Split(' ')[0] == level && _unknown.Contains(area)))
        .Sum(c => c.Value);

    /// <summary>Whether the list is declared complete for an ATS.</summary>
    public bool IsComplete(string ats) => _complete.Contains(ats, StringComparer.Ordinal);

    /// <summary>Whether nothing is known of the place that a row is about.</summary>
    public bool IsUnknown(Func<string, object?> cell)
    {
        if (cell("pro_com_t") is string comune)
            return IsUnknown(comune);
        if ((cell("da_codice") ?? cell("codice")) is not string code)
            return cell("ats") is string ats && _unknown.Contains($"ats {AreaCode.From(ats)}");
        return _unknown.Contains($"{cell("livello") ?? "ats"} {code}");
    }

    private bool IsUnknown(string comune) => _unknown.Contains(Areas(_memberships[comune])[0]);

    private static string[] Areas(Membership membership) =>
        [$"ambito {AreaCode.From(membership.Ambito!)}", $"distretto {AreaCode.From(membership.Distretto!)}", $"ats {AreaCode.From(membership.Ats)}"];
}
