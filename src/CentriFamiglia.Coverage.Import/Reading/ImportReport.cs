namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>Counts of one file. <c>Read = Accepted + Refused</c> always; mended rows are among the accepted.</summary>
/// <param name="File">File or layer.</param>
/// <param name="Kind">What it was read as; null when it could not be told.</param>
/// <param name="Set">The set of sedi it went into; null for other kinds.</param>
/// <param name="Read">Rows read.</param>
/// <param name="Accepted">Rows that passed every check.</param>
/// <param name="Refused">Rows that did not.</param>
/// <param name="Mended">Accepted rows in which a value was mended.</param>
public sealed record FileReport(string File, ImportKind? Kind, string? Set, int Read, int Accepted, int Refused, int Mended);

/// <summary>What an import read, took, refused and mended.</summary>
/// <param name="Applied">False: nothing was taken.</param>
/// <param name="Files">In the order they were taken in.</param>
/// <param name="Issues">In the order of the files, then lines.</param>
public sealed record ImportReport(bool Applied, ImmutableArray<FileReport> Files, ImmutableArray<ImportIssue> Issues)
{
    /// <summary>Whether any file, sheet, layer or row was left out: what was read is not all that was given.</summary>
    public bool LeftOut { get; init; }

    public int Read => Files.Sum(f => f.Read);

    public int Accepted => Files.Sum(f => f.Accepted);

    public int Refused => Files.Sum(f => f.Refused);

    public int Mended => Files.Sum(f => f.Mended);

    public int Findings => Issues.Count(i => i.Severity == IssueSeverity.Finding);

    /// <summary>One Italian sentence for the screen.</summary>
    public string Summary()
    {
        string counts = $"Righe lette {Read}, accettate {Accepted}, rifiutate {Refused}, corrette {Mended}; segnalazioni {Findings}.";
        if (Applied)
            return counts + (Refused > 0 ? " Importate solo le righe accettate." : LeftOut ? " Una parte non è stata letta: il rapporto dice quale." : "");
        string others = Accepted > 0 ? ", oppure importare le sole righe valide con --accept-valid" : "";
        return $"{counts} Niente è stato importato: correggere le righe rifiutate{others}.";
    }
}
