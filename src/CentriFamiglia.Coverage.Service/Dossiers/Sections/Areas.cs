using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>What several parts of a dossier ask of the areas.</summary>
internal static class Areas
{
    /// <summary>Known to have no sede inside; an area of which that is not known is not among them.</summary>
    public static bool IsWithout(JsonObject area) => area.Text("verdetto") is "SCOPERTO" or "COMPETENZA";

    public static double Residents(IEnumerable<JsonObject> areas) => areas.Sum(a => a.Number("residenti") ?? 0);

    public static string Name(JsonObject area) => area.Text("nome") ?? Figure.Unknown;
}
