namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>The ATS of each comune.</summary>
internal static class AtsOfComuni
{
    public static Dictionary<ComuneCode, string> In(TerritoryContent content) =>
        content.Memberships.GroupBy(m => m.Comune).ToDictionary(g => g.Key, g => g.First().Ats);
}
