namespace CentriFamiglia.Coverage.Findings;

/// <summary>R14: the analysis is shared with the Cabina di Regia of each ATS.</summary>
internal static class GovernanceFindings
{
    public static IEnumerable<ActFinding> Evaluate(FindingContext context, ActDeclarations declarations) => context.Snapshot.Units(AreaLevel.Ats)
        .Where(u => u.IsLoaded)
        .Select(unit => context.OfUnit("R14", unit, Shared(unit, declarations, context.Snapshot.AsOf)));

    private static Judgement Shared(TerritoryUnit ats, ActDeclarations declarations, DateOnly today)
    {
        const string Cure = "Condividere un'analisi datata con la Cabina di Regia e registrarne la data.";
        if (!declarations.SharedWithCabina.TryGetValue(ats.Name, out DateOnly day))
            return Judgement.Unsaid("Non risulta registrata una lettura comune con la Cabina di Regia.", Cure);
        string shown = day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return day > today
            ? Judgement.Broken($"La lettura comune è registrata al {shown}, dopo la data dell'analisi: non è ancora avvenuta.", Cure)
            : Judgement.Fine($"Lettura comune con la Cabina di Regia del {shown}.");
    }
}
