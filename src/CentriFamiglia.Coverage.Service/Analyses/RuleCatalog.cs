using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>Whence a rule set comes.</summary>
internal enum RuleOrigin
{
    /// <summary>It ships with the program.</summary>
    Program,

    /// <summary>The command line names it.</summary>
    CommandLine,

    /// <summary>The office keeps it in its store.</summary>
    Office,
}

/// <summary>The rule sets at hand: those that ship, the user's own and the office's, with the one that holds where none is named.</summary>
internal sealed class RuleCatalog
{
    private const long LargestFile = 1_000_000;
    private const string Option = "--rules";

    private readonly ImmutableArray<RuleSet> _sets;
    private readonly RuleSet _chosen;
    private readonly bool _isGiven;

    private RuleCatalog(ImmutableArray<RuleSet> sets, RuleSet chosen, bool isGiven) => (_sets, _chosen, _isGiven) = (sets, chosen, isGiven);

    public static RuleCatalog Shipped { get; } = new(RuleSet.Shipped, RuleSet.Default, isGiven: false);

    /// <param name="given">Id of a shipped set, a file, or a folder of files; null for the shipped ones.</param>
    /// <exception cref="InputException">No such set, or a file that is not one.</exception>
    public static RuleCatalog Of(string? given)
    {
        if (given is null)
            return Shipped;
        if (Shipped.At(given.Trim()) is { } shipped)
            return new RuleCatalog(RuleSet.Shipped, shipped, isGiven: true);
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

    /// <summary>The words of the origins.</summary>
    public static Vocabulary<RuleOrigin> Origins { get; } = new((RuleOrigin.Program, ["programma"]), (RuleOrigin.CommandLine, ["avvio"]), (RuleOrigin.Office, ["ufficio"]));

    /// <summary>What the office keeps in its store.</summary>
    public OfficeRules Office { get; private init; } = new([], null);

    /// <summary>Id of the one that holds where none is named: what the command line names, for its process, goes before the office's.</summary>
    public string Holds => _isGiven || Office.InForce is not { } held ? _chosen.Id : held;

    /// <summary>Where one of <see cref="Sets"/> comes from.</summary>
    public RuleOrigin OriginOf(RuleSet set) => RuleSet.Shipped.Contains(set) ? RuleOrigin.Program
        : Office.Sets.Any(s => ReferenceEquals(s.Set, set)) ? RuleOrigin.Office
        : RuleOrigin.CommandLine;

    /// <summary>With those of the office behind; of two of the same id the office's is left out.</summary>
    public RuleCatalog With(OfficeRules office)
    {
        if (office.Sets.IsEmpty && office.InForce is null)
            return this;
        ImmutableArray<RuleSet> all =
            [.. _sets, .. office.Sets.Select(s => s.Set).OfType<RuleSet>().Where(s => At(s.Id) is null)];
        return new RuleCatalog(all, _chosen, _isGiven) { Office = office };
    }

    /// <summary>Null where none has this id, whatever its case.</summary>
    public RuleSet? At(string id) => _sets.FirstOrDefault(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="InputException">There is no such set, or the one that the office holds to is not read.</exception>
    public RuleSet Find(string? id) => id is null
        ? At(Holds)
            ?? throw new InputException(SharedParameters.Rules.Name, $"l'insieme di regole che vale in questo archivio, '{Shown.Of(Holds)}', non c'è o non si legge.",
                $"Chi sceglie le regole ne indichi un altro (/api/v1/rules); per una domanda si può dire quale, fra: {string.Join(", ", _sets.Select(s => s.Id))}.")
        : At(id.Trim())
            ?? throw new InputException(SharedParameters.Rules.Name, $"'{Shown.Of(id)}' non è un insieme di regole.",
                $"Gli insiemi sono: {string.Join(", ", _sets.Select(s => s.Id))}.");

    private static RuleCatalog With(string[] files, bool only)
    {
        ImmutableArray<RuleSet> own = [.. files.Select(Read)];
        ImmutableArray<RuleSet> all = [.. RuleSet.Shipped, .. own];
        if (all.GroupBy(r => r.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new InputException(Option, $"l'identificativo '{Shown.Of(twice.Key)}' è di due insiemi di regole.", "Cambiare l'id di uno dei due.");
        return new RuleCatalog(all, only ? own[0] : RuleSet.Default, isGiven: only);
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
