using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Styles;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.OpenData.Qgis;

/// <summary>
/// The project that edits the embedded store itself: what an office writes above, with real and made-up sedi apart; what the program derives
/// below, read only. Names of fields and lists of words are those that stand in the store, because QGIS does not read all of them there.
/// </summary>
internal static class StoreProject
{
    public const string Title = "Centri per la Famiglia (archivio)";

    private const string ActiveSet = "coalesce(aggregate('archivio_set_sedi', 'max', \"nome\", \"attivo\" = true), 'mie')";

    /// <param name="store">Path of the store as the project shall write it: relative to the project's folder, or whole.</param>
    /// <param name="forms">What the store says of its columns.</param>
    public static byte[] Write(string store, IReadOnlyList<GeoPackageFormField> forms)
    {
        return QgisProject.Write(Title,
        [
            new QgisGroup("Da scrivere",
            [
                Sites("sedi_vere", "Sedi vere", madeUp: false),
                Sites("sedi_dimostrative", "Sedi dimostrative (inventate)", madeUp: true),
                Table("reti", "Reti"),
                Table("set_sedi", "Insiemi di sedi"),
                Table("unita", "Appartenenza dei comuni"),
                Table("dichiarazioni", "Dichiarazioni delle ATS"),
                Table("punti", "Punti di domanda") with { Style = LayerStyles.Of("Punti di domanda", StyleShape.Point, "", "") },
            ])
            { Expanded = true },
            new QgisGroup("Territorio (sola lettura)",
                [Areas("ats", "ATS"), Areas("asst", "ASST"), Areas("distretti", "Distretti"), Areas("ambiti", "Ambiti") with { Visible = true }, Areas("comuni", "Comuni")]),
        ]);

        QgisLayer Table(string table, string title, string? id = null) => new($"archivio_{id ?? table}", title, "ogr", $"{store}|layername={table}", null)
        {
            Fields = [.. forms.Where(f => f.Table == table).Select(f => new QgisField(f.Column, f.Title) { Words = f.Words, Default = f.Column == "set_sedi" ? ActiveSet : null })],
        };

        QgisLayer Areas(string table, string title) => Table(table, title) with { Style = LayerStyles.Of(title, StyleShape.Area, "", "nome"), ReadOnly = true };

        QgisLayer Sites(string id, string title, bool madeUp)
        {
            QgisLayer layer = Table("sedi", title, id);
            return layer with
            {
                Source = $"{layer.Source}|subset=\"dimostrativo\" = {(madeUp ? 1 : 0)}",
                Style = LayerStyles.Of(title, StyleShape.Point, "role", "name"),
                Visible = true,
                Fields = [.. layer.Fields.Select(f => f.Name == "dimostrativo" ? f with { Default = madeUp ? "true" : "false" } : f)],
            };
        }
    }
}
