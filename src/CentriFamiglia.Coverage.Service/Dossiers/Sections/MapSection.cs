using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>The maps, drawn from the shapes that the run keeps.</summary>
internal static class MapSection
{
    public static XElement Of(RunView view)
    {
        ImmutableArray<Drawing.AreaShape> areas = Drawing.AreaShape.Of(view);
        if (areas.IsEmpty)
            return Tags.Section("mappe", "Le mappe", Tags.P("L'analisi non contiene confini da disegnare."));
        var frame = new Drawing.MapFrame(areas);
        return Tags.Section("mappe", "Le mappe", Drawing.VerdictMap.Draw(view, areas, frame), view.Has("lacune-ambito") ? Drawing.MinuteMap.Draw(view, areas, frame) : null);
    }
}
