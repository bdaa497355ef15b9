using System.Text.Json;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// Heirs of dissolved comuni: those that the sources prove (document <see cref="DocumentKeys.Successors"/>), and those of the user's own table,
/// which goes first.
/// </summary>
internal sealed class Successors
{
    /// <summary>Name of the user's own table in a folder, without extension.</summary>
    public const string FileName = "successori";

    private readonly Dictionary<ComuneCode, ComuneCode> _proved = [];
    private readonly Dictionary<ComuneCode, ComuneCode> _own = [];

    public Successors(TerritoryContent content)
    {
        if (!content.Documents.TryGetValue(DocumentKeys.Successors, out string? json))
            return;
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty pair in document.RootElement.EnumerateObject())
        {
            if (ComuneCode.TryParse(pair.Name, out ComuneCode old) && ComuneCode.TryParse(pair.Value.GetString(), out ComuneCode heir))
                _proved[old] = heir;
        }
    }

    /// <summary>Adds the user's own table: columns <c>old,new</c>, or <c>vecchio,nuovo</c>.</summary>
    /// <exception cref="SourceFileException">A column is missing or a code is not six digits.</exception>
    public void Add(SourceTable table)
    {
        string[] headers = [.. table.Columns.Select(HeaderText.Normalise)];
        int old = Array.FindIndex(headers, h => h is "old" or "vecchio" or "codicevecchio" or "vecchiocodice");
        int heir = Array.FindIndex(headers, h => h is "new" or "nuovo" or "codicenuovo" or "nuovocodice");
        if (old < 0 || heir < 0)
            throw new SourceFileException($"{table.Name}: mancano le colonne «old» e «new».", "La tabella dei successori ha due colonne: old,new (codici ISTAT di sei cifre).");
        foreach (SourceRow row in table.Rows)
        {
            if (!ComuneCode.TryParse(row.Cell(old)?.Trim(), out ComuneCode from) || !ComuneCode.TryParse(row.Cell(heir)?.Trim(), out ComuneCode to))
            {
                throw new SourceFileException(
                    $"{table.Name}, riga {row.Line}: i codici devono avere sei cifre.",
                    "Scrivere i codici come testo, con gli zeri iniziali.");
            }

            _own[from] = to;
        }
    }

    /// <summary>The heir of a code, and whether the sources prove it (false: the user's own table says so).</summary>
    public (ComuneCode Heir, bool Proved)? Of(ComuneCode code)
    {
        if (_own.TryGetValue(code, out ComuneCode own))
            return (own, false);
        return _proved.TryGetValue(code, out ComuneCode proved) ? (proved, true) : null;
    }

    /// <summary>All codes known to have ended in this comune.</summary>
    public IEnumerable<ComuneCode> PredecessorsOf(ComuneCode heir) =>
        _proved.Keys.Union(_own.Keys).Where(old => Of(old)?.Heir == heir).Order();
}
