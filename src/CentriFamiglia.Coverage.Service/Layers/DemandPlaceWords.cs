namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>From where the residents of an answer set out, as Italian sentences.</summary>
internal static class DemandPlaceWords
{
    private const string OnePoint = "un punto per comune: la sede comunale, con tutti i suoi residenti";

    /// <summary>Comuni named one by one, of those with points of their own.</summary>
    private const int Named = 3;

    /// <summary>Digits that ISTAT writes after the code of the comune to number a census section.</summary>
    private const int SectionDigits = 7;

    /// <summary>Which comuni are read by points of their own, and which are one point.</summary>
    public static string Of(TerritorySnapshot snapshot)
    {
        int[] own = Own(snapshot);
        int others = snapshot.Comuni.Length - own.Length;
        if (own.Length == 0)
            return $"{OnePoint} (anche Milano)";
        if (others == 0)
            return "punti di residenza importati";
        string rest = $"{(others == 1 ? "nell'altro comune" : $"negli altri {ItalianNumber.Of(others, "#,0")} comuni")} {OnePoint}";
        string[] named = [.. own.Take(Named).Select(c => $"{snapshot.Comuni[c].Name} {Points(snapshot, c)}")];
        return own.Length == 1
            ? $"{snapshot.Comuni[own[0]].Name} è letta per {Points(snapshot, own[0])}; {rest}"
            : $"{own.Length} comuni sono letti per i loro punti ({string.Join(", ", named)}{(own.Length > Named ? ", …" : "")}); {rest}";
    }

    /// <summary>What must be said under figures of travel.</summary>
    public static IEnumerable<string> Warnings(TerritorySnapshot snapshot, bool estimated)
    {
        int own = Own(snapshot).Length;
        if (own < snapshot.Comuni.Length)
            yield return own == 0 ? $"I residenti sono contati in {Of(snapshot)}." : $"{Of(snapshot)}.";
        if (own > 0 && estimated)
        {
            yield return "L'errore della stima è misurato fra comuni diversi: dentro un comune letto per più punti, come Milano, la stima non è mai stata confrontata "
                + "con minuti ufficiali.";
        }
    }

    private static int[] Own(TerritorySnapshot snapshot) => [.. Enumerable.Range(0, snapshot.Comuni.Length).Where(snapshot.Demand.HasOwnPoints)];

    private static string Points(TerritorySnapshot snapshot, int comune)
    {
        int points = 0, sections = 0;
        for (int i = 0; i < snapshot.Demand.Length; i++)
        {
            if (snapshot.Demand.ComuneOf(i) != comune)
                continue;
            points++;
            sections += IsSection(snapshot.Demand.IdOf(i), snapshot.Comuni[comune].Code) ? 1 : 0;
        }

        bool areSections = sections == points;
        return $"{ItalianNumber.Of(points, "#,0")} {(points, areSections) switch
        {
            (1, true) => "sezione di censimento",
            (_, true) => "sezioni di censimento",
            (1, false) => "punto",
            _ => "punti",
        }}";
    }

    /// <summary>Whether an id is the number that ISTAT gives to a section of this comune.</summary>
    private static bool IsSection(ReadOnlySpan<char> id, ComuneCode comune)
    {
        ReadOnlySpan<char> code = comune.Value.AsSpan().TrimStart('0');
        return id.Length == code.Length + SectionDigits && id.StartsWith(code) && !id.ContainsAnyExceptInRange('0', '9');
    }
}
