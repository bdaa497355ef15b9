using System.Xml;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>Reads one node, way or relation element with its tags, references and members.</summary>
internal static class XmlObject
{
    /// <summary>The reader stands on the element; afterwards on what follows it.</summary>
    public static void Read(OsmBlock block, XmlReader xml, OsmKinds kind)
    {
        long id = Id(xml, "id");
        int lon = OsmBlock.NoLocation;
        int lat = OsmBlock.NoLocation;
        if (kind == OsmKinds.Nodes)
        {
            lon = Coordinate(xml.GetAttribute("lon"), 180);
            lat = Coordinate(xml.GetAttribute("lat"), 90);
            if (lon == OsmBlock.NoLocation || lat == OsmBlock.NoLocation)
                lon = lat = OsmBlock.NoLocation;
        }

        long changed = kind == OsmKinds.Ways ? XmlSource.Date(xml.GetAttribute("timestamp"))?.ToUnixTimeSeconds() ?? 0 : 0;
        ReadChildren(block, xml, kind);
        switch (kind)
        {
            case OsmKinds.Nodes:
                block.AddNode(id, lon, lat);
                break;
            case OsmKinds.Ways:
                block.AddWay(id, changed);
                break;
            default:
                block.AddRelation(id);
                break;
        }
    }

    private static void ReadChildren(OsmBlock block, XmlReader xml, OsmKinds kind)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        int depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            switch (xml.LocalName)
            {
                case "tag":
                    block.AddTag(block.Strings.Intern(xml.GetAttribute("k") ?? ""), block.Strings.Intern(xml.GetAttribute("v") ?? ""));
                    break;
                case "nd" when kind == OsmKinds.Ways:
                    block.AddRef(Id(xml, "ref"));
                    break;
                case "member" when kind == OsmKinds.Relations:
                    block.AddMember(new OsmMember(MemberKind(xml), Id(xml, "ref"), block.Strings.Intern(xml.GetAttribute("role") ?? "")));
                    break;
            }

            xml.Skip();
        }

        // An element cut off by the end of the file makes the next call fail with the place.
        xml.Read();
    }

    /// <summary>None for another word.</summary>
    public static OsmKinds Kind(string? word) => word switch
    {
        "node" => OsmKinds.Nodes,
        "way" => OsmKinds.Ways,
        "relation" => OsmKinds.Relations,
        _ => OsmKinds.None,
    };

    private static OsmKinds MemberKind(XmlReader xml) => Kind(xml.GetAttribute("type")) is var kind and not OsmKinds.None
        ? kind
        : throw new OsmDataException($"un membro di relazione è di un tipo sconosciuto{Line(xml)}");

    private static long Id(XmlReader xml, string attribute) =>
        long.TryParse(xml.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long id)
            ? id
            : throw new OsmDataException($"l'elemento «{xml.LocalName}» non ha un identificativo valido{Line(xml)}");

    private static string Line(XmlReader xml) => xml is IXmlLineInfo info ? $" (riga {info.LineNumber})" : "";

    private static int Coordinate(string? text, int limitDegrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= limitDegrees
            ? (int)Math.Round(degrees * 1e7)
            : OsmBlock.NoLocation;
}
