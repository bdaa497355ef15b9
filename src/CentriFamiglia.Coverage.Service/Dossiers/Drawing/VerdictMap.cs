using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Dossiers.Drawing;

/// <summary>The verdict on each Ambito, the sedi that count and the numbered proposals.</summary>
internal static class VerdictMap
{
    private const double PinSize = 19, DotSize = 6;

    public static XElement Draw(RunView view, ImmutableArray<AreaShape> areas, MapFrame frame)
    {
        Dictionary<string, JsonObject> verdicts = view.Rows("copertura-ambito").ToDictionary(r => r.Text("codice") ?? "", StringComparer.Ordinal);
        VerdictWords[] words = [.. areas.Select(a => Wording.Verdict(verdicts.GetValueOrDefault(a.Code)?.Text("verdetto")))];
        JsonObject[] sites = [.. view.Rows("sedi").Where(s => s.Flag("conta") && s.Number("lon") is not null && s.Number("lat") is not null)];
        Proposal[] pinned = [.. view.Proposals.Where(p => p.Row.Number("lon") is not null && p.Row.Number("lat") is not null)];
        var room = new LabelRoom(frame.Height);
        foreach (Proposal proposal in pinned)
            room.Take(frame.X(proposal.Row.Number("lon")!.Value), frame.Y(proposal.Row.Number("lat")!.Value), DotSize, DotSize);
        string counts = string.Join("; ", Wording.Verdicts.Select(v => $"{v.Label}: {Wording.Ambiti(words.Count(w => w == v))}"));
        return Tags.Of(
            "figure",
            Svg.Map(
                "mappa-verdetti", frame, $"Mappa dei verdetti per Ambito: {view.Territory}",
                $"{counts}. Sedi disegnate: {sites.Length}. Proposte numerate: {view.Proposals.Length}. Le stesse cifre sono nelle tabelle.",
                Patterns(),
                Tags.Of("defs", areas.Select((a, i) => Tags.Of("path", Tags.A("id", $"area-{i}"), Tags.A("fill-rule", "evenodd"), Tags.A("d", frame.Path(a.Boundary))))),
                areas.Select((a, i) => Svg.Area(i, words[i].Style, $"{a.Name}: {words[i].Label}")),
                areas.Zip(words, (a, w) => Letter(a, w, frame, room)),
                sites.Select(s => Site(s, frame)),
                pinned.SelectMany(p => Pin(p, frame, room))),
            Tags.Of("figcaption", $"Gli Ambiti per verdetto al {view.Day}, le sedi che contano e le proposte, con il loro numero."),
            Legend(words, sites, view));
    }

    private static XElement Patterns() => Tags.Of("defs",
        Pattern("righe", 7, "#fff3cd", "M-1 8L8 -1M-2 2L2 -2M5 9L9 5", "#a87b00"),
        Pattern("quadri", 7, "#f9d9d9", "M-1 8L8 -1M-1 -1L8 8", "#c05a5a"),
        Pattern("punti", 6, "#eceff1", "M2 3h1.5", "#607d8b"));

    private static XElement Pattern(string id, double size, string ground, string lines, string ink) => Tags.Of(
        "pattern", Tags.A("id", id), Svg.Number("width", size), Svg.Number("height", size), Tags.A("patternUnits", "userSpaceOnUse"),
        Tags.Of("rect", Svg.Number("width", size), Svg.Number("height", size), Tags.A("fill", ground)),
        Tags.Of("path", Tags.A("d", lines), Tags.A("stroke", ink), Tags.A("stroke-width", "1"), Tags.A("fill", "none")));

    private static XElement? Letter(AreaShape area, VerdictWords words, MapFrame frame, LabelRoom room)
    {
        if (words.Letter.Length == 0)
            return null;
        Coordinate place = area.Boundary.InteriorPoint.Coordinate;
        (double x, double y) = (frame.X(place.X), frame.Y(place.Y));
        return !room.Take(x, y, 14, 14) ? null : Svg.Text("lettera", x, y + 4.5, words.Letter);
    }

    private static XElement Site(JsonObject site, MapFrame frame)
    {
        (double x, double y) = (frame.X(site.Number("lon")!.Value), frame.Y(site.Number("lat")!.Value));
        XElement name = Tags.Of("title", site.Text("name") ?? site.Text("site_id") ?? Figure.Unknown);
        return site.Text("role") switch
        {
            "hub" => Svg.Square("hub", x, y, 8.5, name),
            "spoke" => Svg.Circle("spoke", x, y, 2.8, name),
            _ => Svg.Circle("altra", x, y, 2.8, name),
        };
    }

    private static IEnumerable<XElement> Pin(Proposal proposal, MapFrame frame, LabelRoom room)
    {
        (double x, double y) = (frame.X(proposal.Row.Number("lon")!.Value), frame.Y(proposal.Row.Number("lat")!.Value));
        (double pinX, double pinY) = room.TakeNear(x, y, PinSize);
        XElement name = Tags.Of("title", $"Proposta {proposal.Number}: {proposal.Comune}, {proposal.Kind}");
        yield return Tags.Of("line", Tags.Class("filo"), Svg.Number("x1", x), Svg.Number("y1", y), Svg.Number("x2", pinX), Svg.Number("y2", pinY));
        yield return Svg.Circle("spillo", x, y, DotSize / 2);
        yield return proposal.IsHub ? Svg.Square("spillo", pinX, pinY, PinSize - 1, name) : Svg.Circle("spillo", pinX, pinY, (PinSize - 1) / 2, name);
        yield return Svg.Text("numero", pinX, pinY + 4, $"{proposal.Number}");
    }

    private static XElement Legend(VerdictWords[] words, JsonObject[] sites, RunView view) => Tags.Of(
        "ul", Tags.Class("legenda"),
        Wording.Verdicts.Where(words.Contains).Select(v => Svg.Legend(
            Tags.Of("g", Svg.Swatch(v.Style), v.Letter.Length == 0 ? null : Svg.Text("lettera", 12, 12.5, v.Letter)), $"{v.Label} ({v.Word}): {v.Meaning}")),
        sites.Any(s => s.Text("role") == "hub") ? Svg.Legend(Svg.Square("hub", 12, 8, 10), "Hub") : null,
        sites.Any(s => s.Text("role") == "spoke") ? Svg.Legend(Svg.Circle("spoke", 12, 8, 4), "Spoke") : null,
        sites.Any(s => s.Text("role") is not ("hub" or "spoke")) ? Svg.Legend(Svg.Circle("altra", 12, 8, 4), "Sede, ruolo non dichiarato") : null,
        view.Proposals.Any(p => !p.IsHub) ? Numbered(Svg.Circle("spillo", 12, 8, 7.5), "Proposta di un nuovo Spoke") : null,
        view.Proposals.Any(p => p.IsHub) ? Numbered(Svg.Square("spillo", 12, 8, 15), "Proposta di una nuova manifestazione di interesse") : null);

    private static XElement Numbered(XElement pin, string meaning) => Svg.Legend(Tags.Of("g", pin, Svg.Text("numero", 12, 12, "1")), meaning);
}
