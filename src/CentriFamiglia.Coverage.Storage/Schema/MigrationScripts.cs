using System.Security.Cryptography;
using System.Text;

namespace CentriFamiglia.Coverage.Storage.Schema;

/// <summary>One step of a store's schema, kept inside the program.</summary>
/// <param name="Name">File name, <c>0001_name.sql</c>.</param>
/// <param name="Sql">Text, lines ended by LF.</param>
internal sealed record MigrationScript(string Name, string Sql)
{
    /// <summary>The number at the head of the name.</summary>
    public int Version => VersionOf(Name);

    /// <summary>Lower-case hexadecimal, of the UTF-8 text.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    public static int VersionOf(string name) =>
        int.TryParse(name.AsSpan(0, Math.Min(4, name.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : 0;
}

/// <summary>A script that a store says it has applied.</summary>
internal sealed record AppliedScript(string Name, string Sha256);

/// <summary>The scripts of one kind of store, in order. A script that was ever released is never edited: a change is a new script.</summary>
internal sealed class MigrationScripts
{
    public MigrationScripts(IEnumerable<MigrationScript> scripts) => All = [.. scripts.OrderBy(s => s.Version)];

    public ImmutableArray<MigrationScript> All { get; }

    public int Newest => All[^1].Version;

    /// <summary>Whether a store of these scripts holds fingerprints: since the fourth.</summary>
    public bool HaveSeals => Newest >= 4;

    /// <param name="folder"><c>geopackage</c> or <c>postgis</c>.</param>
    public static MigrationScripts Embedded(string folder)
    {
        System.Reflection.Assembly assembly = typeof(MigrationScripts).Assembly;
        return new MigrationScripts(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return new MigrationScript(name[(folder.Length + 1)..], reader.ReadToEnd().ReplaceLineEndings("\n"));
            }));
    }

    /// <summary>State of a store that exists, from the scripts it has applied.</summary>
    /// <exception cref="StoreRefusedException">A script was applied with another text than this program's.</exception>
    public StoreState State(IReadOnlyCollection<AppliedScript> applied, long revision)
    {
        foreach (AppliedScript old in applied)
        {
            if (All.FirstOrDefault(s => s.Name == old.Name) is { } known && known.Sha256 != old.Sha256)
                throw new StoreRefusedException(
                    $"Lo schema dell'archivio non è quello atteso: lo script '{old.Name}' risulta applicato con un altro testo.",
                    "Usare la versione del programma che ha creato l'archivio, oppure crearne uno nuovo e importare di nuovo i dati.");
        }

        return new StoreState(Exists: true, applied.Max(a => MigrationScript.VersionOf(a.Name)), Newest, revision);
    }

    public IEnumerable<MigrationScript> Missing(IReadOnlyCollection<AppliedScript> applied) =>
        All.Where(script => applied.All(old => old.Name != script.Name));

    /// <exception cref="StoreRefusedException">The store is newer than this program.</exception>
    public static void RefuseNewer(StoreState state, string displayName)
    {
        if (state.IsNewer)
            throw new StoreRefusedException(
                $"L'archivio '{displayName}' ha lo schema {state.SchemaVersion}, più recente di quello che questo programma conosce ({state.KnownVersion}).",
                "Aggiornare il programma alla versione che ha creato l'archivio.");
    }

    /// <exception cref="StoreRefusedException">The store cannot be used as it is: missing, older or newer.</exception>
    public static void RequireCurrent(StoreState state, string displayName)
    {
        RefuseNewer(state, displayName);
        if (!state.Exists)
            throw new StoreRefusedException(
                $"L'archivio '{displayName}' non esiste ancora.",
                "Crearlo con 'coverage migrate' oppure avviare 'coverage serve', che lo crea e lo riempie.");
        if (state.IsOlder)
            throw new StoreRefusedException(
                $"L'archivio '{displayName}' ha lo schema {state.SchemaVersion}, più vecchio di quello del programma ({state.KnownVersion}).",
                "Aggiornarlo con 'coverage migrate' (fare prima una copia).");
    }
}
