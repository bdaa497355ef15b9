using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Service.Deciding.Writing;

/// <summary>A table whose rows are written one by one.</summary>
/// <param name="Kind">As an import takes them.</param>
/// <param name="Key">Column that tells one row from another.</param>
/// <param name="Word">Of a row, in the register and in messages.</param>
/// <param name="Rows">Of one id in a content, as an export writes it: one row or none.</param>
internal sealed record RowKind(ImportKind Kind, string Key, string Word, Func<TerritoryContent, string, string, Layer> Rows)
{
    /// <summary>Whether rows are of a set of sedi.</summary>
    public bool IsOfSet => Kind is ImportKind.Sedi or ImportKind.Reti;

    public static RowKind Sites { get; } = new(ImportKind.Sedi, "site_id", "sede", (content, set, id) => ImportLayers.Sedi(
        content, SetOf(content, set) is { } all ? all with { Sites = [.. all.Sites.Where(s => s.Id.Value == id)] } : Empty(set)));

    public static RowKind Networks { get; } = new(ImportKind.Reti, "network_id", "rete", (content, set, id) => ImportLayers.Reti(
        SetOf(content, set) is { } all ? all with { Networks = [.. all.Networks.Where(n => n.Id.Value == id)] } : Empty(set)));

    public static RowKind Memberships { get; } = new(ImportKind.Unita, "pro_com_t", "appartenenza", (content, _, id) => ImportLayers.Unita(
        content with { Memberships = [.. content.Memberships.Where(m => m.Comune.Value == id)] }));

    /// <summary>The ATS that a row is of: its own word for it, or its comune's.</summary>
    public static string? AtsOf(TerritoryContent content, Layer row)
    {
        if (ValueOf("ats") is { } said)
            return said;
        return ValueOf("pro_com_t") is { } comune ? content.Memberships.FirstOrDefault(m => m.Comune.Value == comune)?.Ats : null;

        string? ValueOf(string column) => row.Columns.FirstOrDefault(c => c.Name == column) is { } found ? row.Rows[0].Values[row.Columns.IndexOf(found)] as string : null;
    }

    /// <summary>The content without a row; null where rows of this kind are not taken away.</summary>
    public TerritoryContent? Without(TerritoryContent content, string set, string id) => SetOf(content, set) is not { } all ? null : Kind switch
    {
        ImportKind.Sedi => content.With(all with { Sites = [.. all.Sites.Where(s => s.Id.Value != id)] }),
        ImportKind.Reti => content.With(all with { Networks = [.. all.Networks.Where(n => n.Id.Value != id)] }),
        _ => null,
    };

    private static SiteSet? SetOf(TerritoryContent content, string name) => content.SiteSets.FirstOrDefault(s => s.Name == name);

    private static SiteSet Empty(string name) => new() { Name = name, Active = false, Sites = [], Networks = [] };
}
