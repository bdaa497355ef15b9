using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Service.Analyses;

/// <summary>What an import would do, beside the store as it is. Nothing of it is stored.</summary>
internal sealed record ImportPreview
{
    /// <summary>More are no trial.</summary>
    public const int MostChanges = 1_000;

    private const string NetworkColumn = "network_id";

    public required ImportResult Result { get; init; }

    /// <summary>The set of sedi that the file is about; null for none.</summary>
    public string? Set { get; private init; }

    /// <summary>The networks of that set before and after; empty where the file is about none.</summary>
    public ImmutableArray<(string Operation, Network Network)> Networks { get; private init; } = [];

    /// <summary>For which ATS the list is complete, before and after: a trial changes nothing of it.</summary>
    public (ImmutableArray<string> Before, ImmutableArray<string> After) CompleteFor { get; private init; } = ([], []);

    /// <summary>What changes in the list of sedi, to be tried.</summary>
    public ImmutableArray<SiteChange> Changes { get; private init; } = [];

    /// <summary>The sedi that are tried without their network: it is not in the store, and a trial adds no networks.</summary>
    public ImmutableArray<string> WithoutNetwork { get; private init; } = [];

    /// <summary>Why the changes cannot be tried, with the cure; null where they can, or there are none.</summary>
    public InputException? Refusal { get; private init; }

    /// <param name="request">Whose path is the file.</param>
    /// <param name="loaded">The store.</param>
    /// <param name="analyses">Analyses of it.</param>
    /// <param name="limits">How much of the file is read.</param>
    /// <exception cref="SourceFileException">The file cannot be read at all.</exception>
    public static ImportPreview Of(ImportRequest request, LoadedStore loaded, AnalysisSource analyses, FileLimits limits)
    {
        ImportResult result = Importer.Import(request, loaded.Checked.Readable, () => [], limits);
        var preview = new ImportPreview { Result = result };
        string? name = result.Report.Files.Select(f => f.Set).OfType<string>().FirstOrDefault();
        if (name is null || result.Next.SiteSets.FirstOrDefault(s => s.Name == name) is not { } after)
            return preview;
        SiteSet before = loaded.Content.SiteSets.FirstOrDefault(s => s.Name == name) ?? after with { Sites = [], Networks = [] };
        preview = preview with { Set = name, Networks = NetworksBetween(before, after), CompleteFor = ([.. before.CompleteFor], [.. after.CompleteFor]) };
        return preview.Tried(SiteDifferences.Between(before, after), before, loaded, analyses);
    }

    private ImportPreview Tried(ImmutableArray<SiteChange> changes, SiteSet before, LoadedStore loaded, AnalysisSource analyses)
    {
        var known = before.Networks.Select(n => n.Id.Value).Append(null).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> without = [.. changes.Where(c => !known.Contains(c.Cells.GetValueOrDefault(NetworkColumn))).Select(c => c.Id)];
        ImmutableArray<SiteChange> tried = [.. changes.Select(c => known.Contains(c.Cells.GetValueOrDefault(NetworkColumn)) ? c
            : c with { Cells = c.Operation == SiteOperation.Add ? c.Cells.Remove(NetworkColumn) : c.Cells.SetItem(NetworkColumn, null) })];
        return this with { Changes = tried, WithoutNetwork = without, Refusal = RefusalOf(tried, loaded, analyses) };
    }

    private InputException? RefusalOf(ImmutableArray<SiteChange> changes, LoadedStore loaded, AnalysisSource analyses)
    {
        if (changes.Length > MostChanges)
        {
            return new InputException("modifiche", $"le modifiche sono {ItalianNumber.Of(changes.Length, "#,0")}: se ne provano al massimo {ItalianNumber.Of(MostChanges, "#,0")}.",
                "Provarle in più file, o importare il file con 'coverage import' in una copia dell'archivio.");
        }

        try
        {
            if (!changes.IsEmpty)
                WhatIf.Of(analyses.Of(loaded, new AnalysisKey(Set, null, null)), changes);
            return null;
        }
        catch (InputException refused)
        {
            return refused;
        }
        catch (CoverageInputException unknown)
        {
            return new InputException("sedi", unknown.Message, "Scegliere un altro insieme di sedi.");
        }
    }

    private static ImmutableArray<(string, Network)> NetworksBetween(SiteSet before, SiteSet after)
    {
        Dictionary<NetworkId, Network> was = before.Networks.ToDictionary(n => n.Id), now = after.Networks.ToDictionary(n => n.Id);
        return
        [
            .. was.Keys.Union(now.Keys).Order().Select(id => (Old: was.GetValueOrDefault(id), New: now.GetValueOrDefault(id)))
                .Where(n => !Equals(n.Old, n.New))
                .Select(n => (SiteChange.Operations.Of(n.New is null ? SiteOperation.Close : n.Old is null ? SiteOperation.Add : SiteOperation.Change), (n.New ?? n.Old)!)),
        ];
    }
}
