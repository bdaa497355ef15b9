using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Dossiers.Drawing;

/// <summary>Mean minutes to the nearest sede, Ambito by Ambito, in classes and, where there is room, as a number.</summary>
internal static class MinuteMap
{
    /// <summary>Upper ends of the classes but the last, each within its class.</summary>
    private static readonly int[] _ends = [5, 10, 15, 20, 30];

    private const double LineHeight = 10, LetterWidth = 5;

    private const int LineLength = 18;

    public static XElement Draw(RunView view, ImmutableArray<AreaShape> areas, MapFrame frame)
    {
        Dictionary<string, double?> minutes = view.Rows("lacune-ambito").ToDictionary(r => r.Text("codice") ?? "", r => r.Number("minuti_medi"), StringComparer.Ordinal);
        double?[] means = [.. areas.Select(a => minutes.GetValueOrDefault(a.Code))];
        var room = new LabelRoom(frame.Height);
        int[] classes = [.. means.OfType<double>().Select(ClassOf).Distinct().Order()];
        string counts = string.Join("; ", classes.Select(c => $"{Words(c)}: {Wording.Ambiti(means.Count(m => m is { } known && ClassOf(known) == c))}"));
        return Tags.Of(
            "figure",
            Svg.Map(
                "mappa-minuti", frame, $"Mappa dei minuti medi per Ambito: {view.Territory}", $"{counts}. Le stesse cifre sono nella tabella per Ambito.",
                areas.Select((a, i) => Svg.Area(i, Style(means[i]), $"{a.Name}: {Said(means[i])}")),
                areas.Zip(means, (a, m) => Value(a, m, frame, room)),
                // Of one ATS there is room for the names too.
                view.Ats is null ? null : areas.Zip(means, (a, m) => Name(a, m, frame, room))),
            Tags.Of("figcaption", "I minuti medi dalla sede più vicina, per Ambito. Dove c'è spazio il numero è scritto nell'area, arrotondato; tutti sono nella tabella."),
            Tags.Of(
                "ul", Tags.Class("legenda"),
                classes.Select(c => Svg.Legend(Svg.Swatch($"m{c}"), Words(c))),
                means.Contains(null) ? Svg.Legend(Svg.Swatch("v-ignoto"), "non noto, o nessuna sede raggiungibile") : null));
    }

    private static int ClassOf(double minutes) => _ends.Count(end => minutes > end);

    private static string Style(double? minutes) => minutes is { } known ? $"m{ClassOf(known)}" : "v-ignoto";

    private static string Said(double? minutes) => minutes is { } known ? $"{Figure.Minutes(known)} minuti" : Figure.Unknown;

    private static string Words(int index) => index switch
    {
        0 => $"fino a {_ends[0]} minuti",
        _ when index == _ends.Length => $"più di {_ends[^1]} minuti",
        _ => $"più di {_ends[index - 1]}, fino a {_ends[index]} minuti",
    };

    private static XElement? Name(AreaShape area, double? minutes, MapFrame frame, LabelRoom room)
    {
        string[] lines = [.. Lines(area.Name)];
        Coordinate place = area.Boundary.InteriorPoint.Coordinate;
        (double x, double top) = (frame.X(place.X), frame.Y(place.Y) + 8);
        if (!room.Take(x, top + (lines.Length * LineHeight / 2), lines.Max(l => l.Length) * LetterWidth, lines.Length * LineHeight))
            return null;
        string style = minutes is { } known && ClassOf(known) == _ends.Length ? "nome chiaro" : "nome";
        return Tags.Of("g", lines.Select((line, i) => Svg.Text(style, x, top + ((i + 0.8) * LineHeight), line)));
    }

    /// <summary>A name on as few lines as hold whole words of it.</summary>
    private static IEnumerable<string> Lines(string name)
    {
        string line = "";
        foreach (string word in name.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= LineLength)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : ' ' + word;
        }

        yield return line;
    }

    private static XElement? Value(AreaShape area, double? minutes, MapFrame frame, LabelRoom room)
    {
        Coordinate place = area.Boundary.InteriorPoint.Coordinate;
        (double x, double y) = (frame.X(place.X), frame.Y(place.Y));
        if (minutes is not { } known || !room.Take(x, y, 17, 12))
            return null;
        return Svg.Text(ClassOf(known) == _ends.Length ? "valore chiaro" : "valore", x, y + 4, ItalianNumber.Of(Math.Round(known, MidpointRounding.AwayFromZero)));
    }
}
