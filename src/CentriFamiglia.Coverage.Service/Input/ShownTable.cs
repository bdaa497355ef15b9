using System.Text.Json;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>A table as a page shows it: its lines, in its order, under its heads.</summary>
internal sealed record ShownTable
{
    /// <summary>Italian, one line.</summary>
    public required string Title { get; init; }

    /// <summary>Of the file, without day and extension: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the snapshot that the page has read.</summary>
    public required string Snapshot { get; init; }

    /// <summary>Name of the question that the page has asked, as in its address.</summary>
    public required string Question { get; init; }

    /// <summary>Parameters of the question: an object, judged by who knows the question.</summary>
    public required JsonElement Parameters { get; init; }

    /// <summary>Address at which the page shows the same; null where there is none.</summary>
    public required string? View { get; init; }

    public required ImmutableArray<ShownColumn> Columns { get; init; }

    public required ImmutableArray<ShownRow> Rows { get; init; }
}

/// <summary>One column.</summary>
/// <param name="Key">In formats for programs.</param>
/// <param name="Label">In formats for people; unlike every other.</param>
/// <param name="Type">Text, integer, number or truth value.</param>
internal sealed record ShownColumn(string Key, string Label, ColumnType Type);

/// <summary>One line.</summary>
/// <param name="Level">What it is about: <c>ambito</c>, <c>distretto</c>, <c>ats</c>, <c>comune</c>, <c>sede</c>, <c>rete</c>, <c>proposta</c>; null
/// for nothing on the map.</param>
/// <param name="Code">Of that; null with the level.</param>
/// <param name="Cells">As many as the columns: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or null.</param>
internal sealed record ShownRow(string? Level, string? Code, ImmutableArray<object?> Cells);
