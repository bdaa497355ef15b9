using CentriFamiglia.Coverage.Findings;

namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>Exceptions to the local standard. One without an end is refused: it would hide an area for ever.</summary>
internal static class ExceptionImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        Dictionary<string, StandardWaiver> next = run.BeginReplacing(ImportKind.Eccezioni)
            ? []
            : ExceptionRegister.In(run.Content).Exceptions.ToDictionary(e => e.Id, StringComparer.Ordinal);
        HashSet<string> areas = Areas(run.Content);
        var read = new Dictionary<string, StandardWaiver>(StringComparer.Ordinal);
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            if (Read(row, areas) is not { } exception)
                continue;
            row.Id = exception.Id;
            read[exception.Id] = exception;
        }

        RepeatedIds.Refuse(table, run.Seen(ImportKind.Eccezioni), "codice");
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
            next[row.Id!] = read[row.Id!];
        run.Content = ExceptionRegister.Of(next.Values).PutIn(run.Content);
    }

    private static StandardWaiver? Read(RowReader row, HashSet<string> areas)
    {
        string? level = row.Required("livello", "Scrivere ambito o distretto.")?.ToLowerInvariant();
        string? area = row.Required("codice", "Scrivere il codice o il nome dell'area, come in coverage check.");
        string? reason = row.Required("motivo", "Scrivere perché l'area può restare sotto lo standard.");
        string? who = row.Required("responsabile", "Scrivere chi ne risponde.");
        string? until = row.Required("fino_al", "Ogni eccezione ha una fine: scrivere l'ultimo giorno, per esempio 31/12/2026.");
        if (level is not null and not ("ambito" or "distretto"))
            row.Refuse(IssueCodes.ValueNotAllowed, "livello", "il livello non è ambito né distretto", "Scrivere ambito o distretto.", level);
        else if (level is not null && area is not null && !areas.Contains($"{level}/{AreaCode.From(area)}"))
            row.Refuse(IssueCodes.AreaUnknown, "codice", $"non c'è alcuna area di livello {level} con questo codice o nome", value: area);
        DateOnly last = default;
        if (until is not null && !DateText.TryRead(until, out last))
            row.Refuse(IssueCodes.DateUnreadable, "fino_al", "non è una data", "Scrivere la data come 2026-12-31 o 31/12/2026.", until);
        return row.Refused || level is null || area is null || reason is null || who is null || until is null
            ? null
            : new StandardWaiver(level == "distretto" ? AreaLevel.Distretto : AreaLevel.Ambito, AreaCode.From(area), reason, who, last);
    }

    private static HashSet<string> Areas(TerritoryContent content)
    {
        var areas = new HashSet<string>(StringComparer.Ordinal);
        foreach (Membership membership in content.Memberships)
        {
            if (membership.Ambito is { } ambito)
                areas.Add($"{AreaLevel.Ambito.ToText()}/{AreaCode.From(ambito)}");
            if (membership.Distretto is { } distretto)
                areas.Add($"{AreaLevel.Distretto.ToText()}/{AreaCode.From(distretto)}");
        }

        return areas;
    }
}
