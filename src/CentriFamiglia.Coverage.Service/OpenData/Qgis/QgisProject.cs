using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Formats.Styles;

namespace CentriFamiglia.Coverage.Service.OpenData.Qgis;

/// <summary>A project of QGIS 3 (<c>.qgz</c>): a ZIP with the XML of its groups, layers, styles and forms. The same groups give the same bytes.</summary>
internal static class QgisProject
{
    public const string MediaType = "application/x-qgis-project";

    /// <summary>Metres of UTM 32 N: the plane of Lombardy's own maps.</summary>
    private static readonly (string Code, int Number, string Proj) _plane = ("EPSG:32632", 3116, "+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs");

    private static readonly (string Code, int Number, string Proj) _wgs84 = ("EPSG:4326", 3452, "+proj=longlat +datum=WGS84 +no_defs");

    private static readonly (double MinX, double MinY, double MaxX, double MaxY) _lombardy = (455_000, 4_940_000, 695_000, 5_170_000);

    // The zip format knows no earlier time: nothing in the file tells when it was written.
    private static readonly DateTimeOffset _zipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(string title, ImmutableArray<QgisGroup> groups)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            ZipArchiveEntry entry = zip.CreateEntry("progetto.qgs", CompressionLevel.Optimal);
            entry.LastWriteTime = _zipEpoch;
            using Stream stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(Xml(title, groups)));
        }

        return bytes.ToArray();
    }

    private static string Xml(string title, ImmutableArray<QgisGroup> groups)
    {
        QgisLayer[] layers = [.. groups.SelectMany(g => g.Layers)];
        var project = new XElement("qgis",
            new XAttribute("projectname", title),
            new XAttribute("version", QgisStyle.Version),
            new XElement("title", title),
            new XElement("projectCrs", System(_plane)),
            new XElement("layer-tree-group", groups.Select(GroupOf)),
            new XElement("mapcanvas",
                new XAttribute("name", "theMapCanvas"),
                new XAttribute("annotationsVisible", "1"),
                new XElement("units", "meters"),
                ExtentOf("extent"),
                new XElement("rotation", "0"),
                new XElement("destinationsrs", System(_plane))),
            new XElement("projectlayers", layers.Select(LayerOf)),
            new XElement("layerorder", layers.Select(l => new XElement("layer", new XAttribute("id", l.Id)))),
            // Without it the project's own system does not count.
            new XElement("properties", new XElement("SpatialRefSys", new XElement("ProjectionsEnabled", new XAttribute("type", "int"), "1"))),
            new XElement("ProjectViewSettings", new XAttribute("UseProjectScales", "0"), ExtentOf("DefaultViewExtent", isView: true)));
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + project + "\n";
    }

    private static XElement GroupOf(QgisGroup group) => new("layer-tree-group",
        new XAttribute("name", group.Title),
        new XAttribute("expanded", group.Expanded ? "1" : "0"),
        new XAttribute("checked", "Qt::Checked"),
        group.Layers.Select(l => new XElement("layer-tree-layer",
            new XAttribute("id", l.Id),
            new XAttribute("name", l.Title),
            new XAttribute("source", l.Source),
            new XAttribute("providerKey", l.Provider),
            new XAttribute("expanded", l.Visible ? "1" : "0"),
            new XAttribute("checked", l.Visible ? "Qt::Checked" : "Qt::Unchecked"))));

    private static XElement LayerOf(QgisLayer layer) => new("maplayer",
        new XAttribute("type", "vector"),
        new XAttribute("geometry", layer.Style?.Shape switch { StyleShape.Point => "Point", StyleShape.Line => "Line", StyleShape.Area => "Polygon", _ => "No geometry" }),
        new XAttribute("labelsEnabled", layer.Style?.Label is null ? "0" : "1"),
        new XAttribute("readOnly", layer.ReadOnly ? "1" : "0"),
        new XAttribute("styleCategories", "AllStyleCategories"),
        new XElement("id", layer.Id),
        new XElement("datasource", layer.Source),
        new XElement("layername", layer.Title),
        new XElement("srs", System(_wgs84)),
        new XElement("provider", new XAttribute("encoding", "UTF-8"), layer.Provider),
        layer.Style is { } style ? QgisStyle.Elements(style) : null,
        layer.Fields.IsEmpty ? null : FormOf(layer.Fields));

    private static XElement[] FormOf(ImmutableArray<QgisField> fields) =>
    [
        new XElement("fieldConfiguration", fields.Where(f => !f.Words.IsEmpty).Select(f => new XElement("field",
            new XAttribute("name", f.Name),
            new XAttribute("configurationFlags", "None"),
            new XElement("editWidget", new XAttribute("type", "ValueMap"), new XElement("config", WordsOf(f)))))),
        new XElement("aliases", fields.Where(f => f.Alias is not null).Select((f, i) => new XElement("alias",
            new XAttribute("field", f.Name),
            new XAttribute("index", i),
            new XAttribute("name", f.Alias!)))),
        new XElement("defaults", fields.Where(f => f.Default is not null).Select(f => new XElement("default",
            new XAttribute("field", f.Name),
            new XAttribute("expression", f.Default!),
            new XAttribute("applyOnUpdate", "0")))),
    ];

    private static XElement WordsOf(QgisField field) => new("Option",
        new XAttribute("type", "Map"),
        new XElement("Option",
            new XAttribute("type", "List"),
            new XAttribute("name", "map"),
            field.Words.Select(w => new XElement("Option",
                new XAttribute("type", "Map"),
                new XElement("Option", new XAttribute("type", "QString"), new XAttribute("name", w.Label), new XAttribute("value", w.Value))))));

    /// <summary>QGIS looks a code up only where its own number of the system stands beside it; without, the system is none and nothing is in its place.</summary>
    private static XElement System((string Code, int Number, string Proj) system) => new("spatialrefsys",
        new XElement("proj4", system.Proj),
        new XElement("srsid", system.Number),
        new XElement("srid", system.Code.Split(':')[1]),
        new XElement("authid", system.Code));

    private static XElement ExtentOf(string name, bool isView = false) => isView
        ? new XElement(name,
            new XAttribute("xmin", _lombardy.MinX),
            new XAttribute("ymin", _lombardy.MinY),
            new XAttribute("xmax", _lombardy.MaxX),
            new XAttribute("ymax", _lombardy.MaxY),
            System(_plane))
        : new XElement(name,
            new XElement("xmin", _lombardy.MinX),
            new XElement("ymin", _lombardy.MinY),
            new XElement("xmax", _lombardy.MaxX),
            new XElement("ymax", _lombardy.MaxY));
}
