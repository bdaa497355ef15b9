using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;

namespace CentriFamiglia.Coverage.Service.Deciding.Decisions;

/// <summary>The sede that an accepted proposal becomes: planned, so that it does not count before it opens.</summary>
internal static class PlannedSite
{
    private const int RunLetters = 8;

    /// <summary>Of the run and the number of the proposal: the same whoever accepts it.</summary>
    public static string IdOf(string run, int proposal) => $"P-{run[..RunLetters]}-{proposal}";

    /// <param name="content">What the store holds.</param>
    /// <param name="setName">The set of sedi of the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="row">The proposal's row in it.</param>
    /// <param name="proposal">Its number.</param>
    /// <returns>The set with the sede, which is left as it is where it is there already.</returns>
    /// <exception cref="InputException">The set is no more, or the sede cannot be in it.</exception>
    public static SiteSet Added(TerritoryContent content, string setName, RunHead run, JsonObject row, int proposal)
    {
        SiteSet set = SetOf(content, setName);
        string id = IdOf(run.Id, proposal);
        if (set.Sites.Any(s => s.Id.Value == id))
            return set;
        string comune = (string)row["comune"]!, role = (string)row["tipo"]!;
        string? network = (string?)row["rete"];
        var cells = new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["name"] = $"Centro per la Famiglia di {comune} (previsto)",
            ["role"] = role,
            ["network_id"] = network is not null && set.Networks.Any(n => n.Id.Value == network) ? network : null,
            ["status"] = Vocabulary.Status.Of(SiteStatus.Planned),
            ["source"] = $"analisi {run.Id}, proposta {proposal}",
            ["source_date"] = run.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["pro_com_t"] = (string)row["pro_com_t"]!,
        };
        if ((string?)row["candidato"] is not null)
            (cells["lon"], cells["lat"]) = (Degrees(row["lon"]), Degrees(row["lat"]));
        var change = new SiteChange(SiteOperation.Add, id, cells.Where(c => c.Value is not null).ToImmutableSortedDictionary(StringComparer.Ordinal));
        SiteSet next = ScenarioTrial.Changed(content, set, [change], []);
        return set.Name != SiteSet.Demonstration ? next : next with { Sites = [.. next.Sites.Select(s => s.Id.Value == id ? s with { Demonstration = true } : s)] };
    }

    /// <summary>The set without the sede, where it is still planned: once it is open it is the office's.</summary>
    public static SiteSet Removed(TerritoryContent content, string setName, string id)
    {
        SiteSet set = SetOf(content, setName);
        return set with { Sites = [.. set.Sites.Where(s => s.Id.Value != id || s.Status != SiteStatus.Planned)] };
    }

    private static SiteSet SetOf(TerritoryContent content, string name) => content.SiteSets.FirstOrDefault(s => s.Name == name)
        ?? throw new InputException("sedi", $"l'insieme di sedi «{name}» dell'analisi non è in questo archivio.", "Importarne le sedi, e decidere di nuovo.");

    private static string Degrees(JsonNode? value) => ((double)value!).ToString("R", CultureInfo.InvariantCulture);
}
