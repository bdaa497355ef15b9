using CentriFamiglia.Coverage.Geodata.Output;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>
/// Makes a store ready for questions. One that does not exist is created and filled from <c>geodata/</c>. An older schema is brought
/// up to date in a file, which has one owner; a shared database waits for <c>coverage migrate</c>. A newer schema is refused.
/// </summary>
/// <param name="shared">Whether it is a database that several offices share.</param>
/// <param name="messages">Where to say in Italian what is done.</param>
internal sealed class StoreOpening(ICoverageStore store, bool shared, TextWriter messages)
{
    /// <param name="geodata">Folder to fill from; null for the nearest.</param>
    /// <param name="demonstration">Whether the made-up sedi are wanted in a shared database.</param>
    /// <param name="cancellationToken">Stops; nothing is half written.</param>
    public async Task PrepareAsync(string? geodata, bool demonstration, CancellationToken cancellationToken)
    {
        StoreState state = await store.StateAsync(cancellationToken);
        if (state.IsOlder && !shared)
        {
            messages.WriteLine($"L'archivio {store.DisplayName} è di una versione precedente: viene aggiornato.");
            await store.MigrateAsync(cancellationToken);
            state = await store.StateAsync(cancellationToken);
        }

        if (!state.Exists || state is { IsOlder: false, IsNewer: false, Revision: 0 })
            await FillAsync(state.Exists, geodata, demonstration || !shared, cancellationToken);
        else
            Check(state, store.DisplayName);
        if (demonstration && shared && state.Revision > 0)
            await AddDemonstrationAsync(geodata, cancellationToken);
    }

    /// <exception cref="StoreException">The store cannot be used as it is.</exception>
    public static void Check(StoreState state, string name)
    {
        if (!state.Exists)
            throw new StoreUnreachableException($"L'archivio {name} non c'è più.", "Rimetterlo al suo posto, oppure riavviare il programma per crearne uno nuovo.");
        if (state.IsNewer)
            throw new StoreRefusedException($"L'archivio {name} è di una versione più nuova (schema {state.SchemaVersion}, qui {state.KnownVersion}).", "Aggiornare il programma.");
        if (state.IsOlder)
            throw new StoreRefusedException($"L'archivio {name} è di una versione precedente (schema {state.SchemaVersion}, qui {state.KnownVersion}).",
                "Eseguire 'coverage migrate'.");
    }

    /// <summary>What a store that does not exist, or is empty, would be filled with; null when there is one. Nothing is created.</summary>
    /// <inheritdoc cref="PrepareAsync"/>
    public async Task<TerritoryContent?> ForeseeAsync(string? geodata, bool demonstration, CancellationToken cancellationToken) =>
        await store.StateAsync(cancellationToken) is { Exists: false } or { IsOlder: false, IsNewer: false, Revision: 0 }
            ? Shipped(GeodataPlace.Find(geodata), demonstration || !shared)
            : null;

    private async Task FillAsync(bool exists, string? geodata, bool demonstration, CancellationToken cancellationToken)
    {
        string folder = GeodataPlace.Find(geodata);
        TerritoryContent content = Shipped(folder, demonstration);
        // Told when it is done: a place where no file can be made, or a full disk, must not be told as filled.
        if ((exists || !await store.CreateAsync(content, Filling(), cancellationToken)) && !await FillEmptyAsync(content, cancellationToken))
        {
            messages.WriteLine("Un altro processo lo ha riempito nel frattempo.");
            return;
        }

        messages.WriteLine($"L'archivio {store.DisplayName} non c'è o è vuoto: viene creato e riempito da {folder}.");
        SiteSet active = content.SiteSets.First(s => s.Active);
        messages.WriteLine($"Fatto: {content.Comuni.Length} comuni, {content.Areas.Length} aree, insieme di sedi attivo '{active.Name}' ({active.Sites.Length} "
            + $"sedi{(active.Name == SiteSet.Demonstration ? ", inventate" : "")}).");
    }

    private async Task<bool> FillEmptyAsync(TerritoryContent content, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync(content, ContentParts.All, [], new StoreReading(TerritoryContent.Empty, 0), cancellationToken, Filling());
            return true;
        }
        catch (StoreChangedException)
        {
            return false;
        }
    }

    private static AuditAct Filling() => LocalUser.Does("archivio.riempie", "archivio");

    private static TerritoryContent Shipped(string folder, bool demonstration)
    {
        TerritoryContent content = GeodataFolder.Read(folder);
        return demonstration ? content : content with
        {
            SiteSets = [.. content.SiteSets.Where(s => s.Name != SiteSet.Demonstration).Select(s => s with { Active = s.Name == SiteSet.Known })],
        };
    }

    private async Task AddDemonstrationAsync(string? geodata, CancellationToken cancellationToken)
    {
        (TerritoryContent content, long revision) = await store.ReadAsync(cancellationToken);
        if (content.SiteSets.Any(s => s.Name == SiteSet.Demonstration))
            return;
        SiteSet added = GeodataFolder.Read(GeodataPlace.Find(geodata)).SiteSets.First(s => s.Name == SiteSet.Demonstration) with { Active = false };
        ImmutableArray<SiteSet> sets = [.. content.SiteSets.Append(added).OrderBy(s => s.Name, StringComparer.Ordinal)];
        await store.WriteAsync(content with { SiteSets = sets }, ContentParts.SiteSets, null, new StoreReading(content, revision), cancellationToken);
        messages.WriteLine("Aggiunte le sedi inventate: si scelgono con --sedi dimostrative.");
    }
}
