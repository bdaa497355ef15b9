using System.Xml.Linq;

namespace CentriFamiglia.Coverage.Service.Tests.Dossiers;

/// <summary>A page read back as the XML that it is.</summary>
internal sealed class ReadPage
{
    public ReadPage(string html)
    {
        html.ShouldStartWith("<!DOCTYPE html>\n");
        Root = XElement.Parse(html["<!DOCTYPE html>\n".Length..]);
    }

    public XElement Root { get; }

    /// <summary>All that can be read on it.</summary>
    public string Text => Root.Element("body")!.Value;

    public XElement ById(string id) => Root.Descendants().Single(e => (string?)e.Attribute("id") == id);

    public bool Has(string id) => Root.Descendants().Any(e => (string?)e.Attribute("id") == id);

    /// <summary>The sentences of a section, without its heading.</summary>
    public string[] Sentences(string section) => [.. ById(section).Elements("p").Select(p => p.Value)];

    /// <summary>The cells of the rows of a table, without its header and its total.</summary>
    public string[][] Table(string id) => [.. ById(id).Element("tbody")!.Elements("tr").Select(Cells)];

    public string[] Total(string id) => Cells(ById(id).Element("tfoot")!.Element("tr")!);

    /// <summary>What a list of terms says of one of them.</summary>
    public string Term(string section, string term) =>
        ById(section).Descendants("dl").Elements("div").Single(d => d.Element("dt")!.Value == term).Element("dd")!.Value;

    private static string[] Cells(XElement row) => [.. row.Elements().Select(c => c.Value)];
}
