namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// Which sheets of a workbook and which layers of a GeoPackage are read: those that are asked for; else, of a workbook, the first that can
/// be told and all with its header, and of a GeoPackage all that can be told. The others are named.
/// </summary>
internal static class TableParts
{
    private const string LeftOutCure = "Renderlo visibile, o esportarlo a parte, se contiene dati da importare.";

    /// <param name="tables">As the files gave them.</param>
    /// <param name="request">Its kind and its <see cref="ImportRequest.Part"/>.</param>
    /// <param name="unread">Gets those that are not read.</param>
    /// <exception cref="SourceFileException">No file has the part asked for.</exception>
    public static List<SourceTable> Choose(IEnumerable<SourceTable> tables, ImportRequest request, List<UnreadFile> unread)
    {
        SourceTable[] all = [.. tables];
        var chosen = new List<SourceTable>();
        if (request.Part is { } wanted && !Array.Exists(all, t => IsPart(t, wanted)))
        {
            string known = string.Join(", ", all.Select(t => t.Part).OfType<string>().Select(p => $"«{p}»"));
            throw new SourceFileException(
                $"non c'è alcun foglio o strato «{wanted}».",
                known.Length > 0 ? $"I fogli e gli strati sono: {known}." : "Il file è una sola tabella: togliere --sheet.");
        }

        // The sheets of one workbook, and the layers of one GeoPackage, follow each other.
        foreach (SourceTable[] file in Files(all))
        {
            unread.AddRange(file.SelectMany(t => t.LeftOut.Select(reason => new UnreadFile(t.Name, reason, LeftOutCure))));
            chosen.AddRange(file.Length == 1 && request.Part is null ? file : OfFile(file, request, unread));
        }

        return chosen;
    }

    private static IEnumerable<SourceTable> OfFile(SourceTable[] parts, ImportRequest request, List<UnreadFile> unread)
    {
        bool sheets = IsSheet(parts[0]);
        SourceTable[] asked = request.Part is { } wanted ? [.. parts.Where(p => IsPart(p, wanted))] : [];
        SourceTable[] read = asked.Length > 0 ? asked : sheets ? Alike(parts, Principal(parts, request)) : Told(parts, request);
        foreach (SourceTable other in parts.Except(read))
        {
            // A part that was left by choice counts only where it looks like the same list.
            bool counts = asked.Length == 0 || SameHeader(other, asked[0]);
            string what = sheets ? "il foglio" : "lo strato";
            string why = asked.Length > 0 ? "non è quello chiesto"
                : sheets ? $"la sua intestazione non è quella del foglio «{read[0].Part}»"
                : "non si capisce che cosa contiene";
            unread.Add(new UnreadFile(
                sheets ? other.Name : other.Part!,
                $"{what} «{other.Part}» non è stato letto ({other.Rows.Length} righe): {why}",
                $"Se contiene dati da importare, importarlo con --sheet \"{other.Part}\".",
                counts));
        }

        return sheets && read.Length > 1 ? read.Select(t => t with { Name = $"{t.Name} [{t.Part}]" }) : read;
    }

    private static SourceTable Principal(SourceTable[] sheets, ImportRequest request) =>
        Array.Find(sheets, s => IsTold(s, request)) ?? sheets[0];

    private static SourceTable[] Told(SourceTable[] layers, ImportRequest request)
    {
        SourceTable[] told = [.. layers.Where(l => IsTold(l, request))];
        return told.Length > 0 ? told : layers;
    }

    private static bool IsTold(SourceTable table, ImportRequest request) => request.Kind is { } kind
        ? ColumnMap.Match(table, kind).Missing.IsEmpty
        : ResultLayers.NameOf(table) is not null || KindDetection.Candidates(table) is [var told] && ColumnMap.Match(table, told).Missing.IsEmpty;

    private static SourceTable[] Alike(SourceTable[] sheets, SourceTable principal) => [.. sheets.Where(s => SameHeader(s, principal))];

    private static bool SameHeader(SourceTable a, SourceTable b) =>
        a.Columns.Select(HeaderText.OfHeader).SequenceEqual(b.Columns.Select(HeaderText.OfHeader), StringComparer.Ordinal);

    private static bool IsPart(SourceTable table, string wanted) => string.Equals(table.Part?.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsSheet(SourceTable table) => table.Part is not null && table.Part != table.Name;

    private static IEnumerable<SourceTable[]> Files(SourceTable[] tables)
    {
        for (int start = 0; start < tables.Length;)
        {
            SourceTable first = tables[start];
            int end = start + 1;
            while (end < tables.Length && first.Part is not null && tables[end].Part is not null
                && (tables[end].File ?? tables[end].Name) == (first.File ?? first.Name))
            {
                end++;
            }

            yield return tables[start..end];
            start = end;
        }
    }
}
