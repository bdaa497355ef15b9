using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>The rule sets at hand: those that ship and the user's own, with the one that holds where none is named.</summary>
internal sealed class RuleCatalog
{
    private const long LargestFile = 1_000_000;
    private const string Option = "--rules";

    private readonly ImmutableArray<RuleSet> _sets;
    private readonly RuleSet _chosen;

    private RuleCatalog(ImmutableArray<RuleSet> sets, RuleSet chosen) => (_sets, _chosen) = (sets, chosen);

    public static RuleCatalog Shipped { get; } = new(RuleSet.Shipped, RuleSet.Default);

    /// <param name="given">Id of a shipped set, a file, or a folder of files; null for the shipped ones.</param>
    /// <exception cref="InputException">No such set, or a file that is not one.</exception>
    public static RuleCatalog Of(string? given)
    {
        if (given is null)
            return Shipped;
        if (RuleSet.Shipped.FirstOrDefault(r => r.Id.Equals(given.Trim(), StringComparison.OrdinalIgnoreCase)) is { } shipped)
            return new RuleCatalog(RuleSet.Shipped, shipped);
        if (File.Exists(given))
            return With([given], only: true);
        if (File.Exists(given + ".json"))
            return With([given + ".json"], only: true);
        if (!Directory.Exists(given))
            throw new InputException(Option, $"'{Shown.Of(given)}' non è un insieme di regole, un file o una cartella.",
                $"Gli insiemi del programma sono: {string.Join(", ", RuleSet.ShippedIds)}.");
        string[] files = [.. Directory.GetFiles(given, "*.json").Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? With(files, only: files.Length == 1)
            : throw new InputException(Option, $"la cartella '{Shown.Of(given)}' non contiene file .json.", "Mettervi gli insiemi di regole, un file ciascuno.");
    }

    /// <summary>All of them, the shipped ones first.</summary>
    public ImmutableArray<RuleSet> Sets => _sets;

    /// <summary>The user's own sets among which none was chosen, so that the shipped one holds; empty where one was.</summary>
    public ImmutableArray<string> Unchosen => _sets.Length > RuleSet.Shipped.Length && RuleSet.Shipped.Contains(_chosen)
        ? [.. _sets.Skip(RuleSet.Shipped.Length).Select(r => r.Id)]
        : [];

    /// <exception cref="InputException">There is no such set.</exception>
    public RuleSet Find(string? id) => id is null
        ? _chosen
        : _sets.FirstOrDefault(r => r.Id.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException(SharedParameters.Rules.Name, $"'{Shown.Of(id)}' non è un insieme di regole.",
                $"Gli insiemi sono: {string.Join(", ", _sets.Select(s => s.Id))}.");

    private static RuleCatalog With(string[] files, bool only)
    {
        ImmutableArray<RuleSet> own = [.. files.Select(Read)];
        ImmutableArray<RuleSet> all = [.. RuleSet.Shipped, .. own];
        if (all.GroupBy(r => r.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new InputException(Option, $"l'identificativo '{Shown.Of(twice.Key)}' è di due insiemi di regole.", "Cambiare l'id di uno dei due.");
        return new RuleCatalog(all, only ? own[0] : RuleSet.Default);
    }

    private static RuleSet Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new InputException(Option, $"'{Shown.Of(path)}' è troppo grande per un insieme di regole.", "Indicare il file giusto.");
            return RuleSet.Parse(File.ReadAllText(path));
        }
        catch (CoverageInputException bad)
        {
            throw new InputException(Option, $"'{Shown.Of(path)}': {bad.Message}", "Correggere il file; il formato è in docs/utente/regole.md.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Option, $"'{Shown.Of(path)}' non si può leggere.", "Controllare percorso e permessi.");
        }
    }
}
