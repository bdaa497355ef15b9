using CentriFamiglia.Coverage.Import.Checks;
using CentriFamiglia.Coverage.Import.Kinds;
using CentriFamiglia.Coverage.Import.Stored;

namespace CentriFamiglia.Coverage.Import;

/// <summary>
/// Reads a planner's files, checks every row against the state that would result, and says what that state is. Nothing is written
/// here: a trial run is an import whose result is thrown away.
/// </summary>
public static class Importer
{
    /// <param name="request">What to read, and how.</param>
    /// <param name="content">The state as it is.</param>
    /// <param name="currentMatrix">Reads the stored matrix; asked only when a matrix is updated.</param>
    /// <param name="limits">How much of a file is read; null for the usual caps.</param>
    /// <exception cref="SourceFileException">A file or folder is not there or cannot be read at all, or a CRS is not known.</exception>
    public static ImportResult Import(
        ImportRequest request, TerritoryContent content, Func<IReadOnlyList<TravelMatrixEntry>>? currentMatrix = null, FileLimits? limits = null) =>
        Import(request, SourceFolder.Read(request.Path, limits ?? FileLimits.Default), content, currentMatrix);

    /// <summary>The same from tables already read.</summary>
    /// <param name="request">Its path is not looked at.</param>
    /// <param name="tables">In any order; the parts of one file one after the other.</param>
    /// <param name="content">The state as it is.</param>
    /// <param name="currentMatrix">Reads the stored matrix; asked only when a matrix is updated.</param>
    public static ImportResult Import(
        ImportRequest request, IEnumerable<SourceTable> tables, TerritoryContent content, Func<IReadOnlyList<TravelMatrixEntry>>? currentMatrix = null) =>
        Import(request, new SourceFolder.SourceFiles([.. tables], []), content, currentMatrix);

    private static ImportResult Import(
        ImportRequest request, SourceFolder.SourceFiles files, TerritoryContent content, Func<IReadOnlyList<TravelMatrixEntry>>? currentMatrix)
    {
        if (request.SetName is { } set && !SiteSet.Names.Contains(set, StringComparer.Ordinal))
            throw new SourceFileException($"l'insieme di sedi «{set}» non esiste.", $"Scrivere uno di: {string.Join(", ", SiteSet.Names)}.");
        var successors = new Successors(content);
        var run = new ImportRun(request, content, successors, currentMatrix ?? (() => []));
        var unknown = new List<RefusedTable>();
        run.Unread.AddRange(files.Unread);
        foreach (SourceTable source in TableParts.Choose(files.Tables, request, run.Unread))
        {
            if (PosasTable.Read(source) is { } posas)
            {
                run.Tables.AddRange(posas.Where(p => request.Kind is null || p.Kind == request.Kind).Select(p => new TableReader(p.Table.Name, p.Table, p.Kind)));
                continue;
            }

            SourceTable table = source;
            if (HeaderText.Normalise(Path.GetFileNameWithoutExtension(table.Name)) == Successors.FileName)
                successors.Add(table);
            else if (ResultLayers.NameOf(table) is { } layer)
                unknown.Add(RefusedTable.Result(table, layer));
            else if (request.Kind == ImportKind.Reti && KindDetection.IsOfSedi(table))
                unknown.Add(RefusedTable.OfSedi(table));
            else if (request.Kind is { } kind)
                run.Tables.Add(new TableReader(table.Name, table, kind));
            else if (KindDetection.IsOfResidentsAndAges(table))
                run.Tables.AddRange([
                    new TableReader(table.Name, table, ImportKind.Popolazione) { ReadBeside = ImportKind.Eta },
                    new TableReader(table.Name, table, ImportKind.Eta) { ReadBeside = ImportKind.Popolazione },
                ]);
            else if (KindDetection.Candidates(table) is [var told])
                run.Tables.Add(new TableReader(table.Name, table, told));
            else
                unknown.Add(RefusedTable.Unknown(table));
        }

        LargeImport.GiveBack(run.Tables.Sum(t => t.Rows.Length));
        run.Tables.Sort((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : string.CompareOrdinal(a.File, b.File));
        foreach (TableReader table in run.Tables)
            Take(table, run);
        StateChecks.Run(run);
        return Finish(run, unknown);
    }

    /// <summary>What refuses a whole file first, then the rows, then what concerns the state that results.</summary>
    private static int Position(ImportIssue issue) => issue.Line ?? (issue.Severity == IssueSeverity.Refused ? 0 : int.MaxValue);

    private static void Take(TableReader table, ImportRun run)
    {
        foreach (string finding in table.Source.Findings)
            table.Note(IssueCodes.HowRead, finding);
        TableNotes.Report(table, run.Request.Epsg);
        TotalRows.Refuse(table);
        foreach (RowReader row in table.Rows.Where(r => r.Source.RowError is not null && !r.Refused))
            row.Refuse(IssueCodes.RowUnreadable, null, row.Source.RowError!, row.Source.RowCure);
        SwallowedRows.Refuse(table);
        // An export of nothing: some formats have no columns without rows.
        bool empty = table.Rows.IsEmpty && table.Source.Mark is not null;
        if (!table.Columns.Missing.IsEmpty && !empty)
        {
            foreach (ColumnSpec column in table.Columns.Missing)
                table.RefuseAll(IssueCodes.ColumnMissing,
                    $"manca la colonna «{column.Name}»", $"Intestare la colonna «{column.Name}» (si accettano anche: {string.Join(", ", column.Aliases)}).",
                    column: column.Name);
            return;
        }

        if (table.Rows.IsEmpty)
        {
            if (run.Request.Replace)
                table.RefuseAll(IssueCodes.NothingToReplaceWith, "il file non ha righe: con --replace toglierebbe tutto");
            else
                table.Note(IssueCodes.NoRows, "il file non ha righe");
            return;
        }

        Action<TableReader, ImportRun> take = table.Kind switch
        {
            ImportKind.Comuni => ComuneImport.Run,
            ImportKind.Unita => MembershipImport.Run,
            ImportKind.Popolazione => PopulationImport.Run,
            ImportKind.Eta => AgeImport.Run,
            ImportKind.Punti => DemandPointImport.Run,
            ImportKind.Reti => NetworkImport.Run,
            ImportKind.Sedi => SiteImport.Run,
            ImportKind.Eccezioni => ExceptionImport.Run,
            ImportKind.Dichiarazioni => DeclarationImport.Run,
            _ => MatrixImport.Run,
        };
        take(table, run);
        table.ReportInvisible();
        AccuracyRemarks.Report(table, run.Request.Epsg);
    }

    private static ImportResult Finish(ImportRun run, List<RefusedTable> unknown)
    {
        ImmutableArray<FileReport> files = [.. run.Tables.Select(t => t.Counts()), .. unknown.Select(u => u.Counts)];
        ImmutableArray<ImportIssue> issues =
        [
            .. run.Tables.SelectMany(t => t.Issues.OrderBy(Position)),
            .. unknown.Select(u => u.Issue),
            .. run.Unread.Select(u => u.Issue),
        ];
        bool clean = !issues.Any(i => i.Severity == IssueSeverity.Refused);
        bool validRows = run.Request.AcceptValid && files.Any(f => f.Accepted > 0);
        bool applied = !run.Broken && (clean || validRows);
        var report = new ImportReport(applied, files, issues) { LeftOut = run.LeftOut || unknown.Count > 0 };
        if (!applied)
            return new ImportResult(false, run.Start, ContentParts.None, [], report);

        TerritoryContent next = run.Content;
        ContentParts changed = ContentChanges.Between(run.Start, next);
        if (changed.HasFlag(ContentParts.Memberships) || !ContentChanges.SameBoundaries(run.Start.Comuni, next.Comuni))
        {
            next = next with { Areas = AreaDissolver.Dissolve(next.Comuni, next.Memberships) };
            changed = ContentChanges.Between(run.Start, next);
        }

        next = next with { Unread = UnreadRows.Kept(run) };
        return new ImportResult(true, next, changed, changed.HasFlag(ContentParts.Matrix) ? run.Matrix : [], report);
    }
}
