using CentriFamiglia.Coverage.Formats.Styles;

namespace CentriFamiglia.Coverage.Service.OpenData.Qgis;

/// <summary>One layer of a project.</summary>
/// <param name="Id">Different for every layer of a project, and of more than ten characters: QGIS gives a shorter one anew.</param>
/// <param name="Title">Italian, in the legend.</param>
/// <param name="Provider"><c>OAPIF</c> or <c>ogr</c>.</param>
/// <param name="Source">As the provider writes it.</param>
/// <param name="Style">Null for a table without shapes.</param>
internal sealed record QgisLayer(string Id, string Title, string Provider, string Source, LayerStyle? Style)
{
    /// <summary>Whether it is shown when the project is opened.</summary>
    public bool Visible { get; init; }

    /// <summary>Whether the project lets nobody edit it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>What the form says of a field; of the others QGIS decides.</summary>
    public ImmutableArray<QgisField> Fields { get; init; } = [];
}

/// <summary>A heading of the legend with its layers, the uppermost first.</summary>
internal sealed record QgisGroup(string Title, ImmutableArray<QgisLayer> Layers)
{
    public bool Expanded { get; init; }
}

/// <summary>A field of a form.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Alias">Italian; null for the column's own name.</param>
internal sealed record QgisField(string Name, string? Alias)
{
    /// <summary>The words to choose from, each with its label; empty for free text.</summary>
    public ImmutableArray<(string Value, string Label)> Words { get; init; } = [];

    /// <summary>What a new row gets, an expression of QGIS; null for what the store gives.</summary>
    public string? Default { get; init; }
}
