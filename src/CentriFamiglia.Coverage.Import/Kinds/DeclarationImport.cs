namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>What the ATS declare: residuals, what is spent, when the analysis was shared. One row per ATS.</summary>
internal static class DeclarationImport
{
    public static void Run(TableReader table, ImportRun run)
    {
        string[] known = [.. run.Content.Memberships.Select(m => m.Ats).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, AtsDeclaration> next = run.BeginReplacing(ImportKind.Dichiarazioni)
            ? []
            : run.Content.Declarations.ToDictionary(d => d.Ats, StringComparer.Ordinal);
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
            row.Id = Ats(row, known);
        RepeatedIds.Refuse(table, run.Seen(ImportKind.Dichiarazioni), "ats");
        foreach (RowReader row in table.Rows.Where(r => !r.Refused))
        {
            AtsDeclaration read = Read(row, row.Id!, next.GetValueOrDefault(row.Id!));
            if (!row.Refused)
                next[row.Id!] = read;
        }

        run.Content = run.Content with { Declarations = [.. next.Values.OrderBy(d => d.Ats, StringComparer.Ordinal)] };
    }

    private static string? Ats(RowReader row, string[] known)
    {
        if (row.Required("ats", "Scrivere il nome dell'ATS, come nelle unità territoriali.") is not { } text)
            return null;
        if (AtsNames.Find(text, known) is { } name)
            return name;
        row.Refuse(IssueCodes.AtsUnknown, "ats", $"«{text}» non è una ATS caricata", $"Scrivere una di: {string.Join(", ", known)}.");
        return null;
    }

    private static AtsDeclaration Read(RowReader row, string ats, AtsDeclaration? old)
    {
        var read = new AtsDeclaration(
            ats,
            row.Euro("residui_eur"),
            row.EuroOr("speso_eur", old?.SpentEur),
            row.DateOr("condivisa", old?.SharedOn));
        if (read.SpentEur is not null && read.ResidualEur is null && !row.Refused)
            row.Refuse(IssueCodes.ResidualMissing, "residui_eur", "c'è lo speso, ma non i residui");
        return read;
    }
}
