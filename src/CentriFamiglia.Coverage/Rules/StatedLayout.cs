namespace CentriFamiglia.Coverage.Rules;

/// <summary>The assetto of the networks as the act states it (Allegato A, 2.1), to set beside the networks that are loaded.</summary>
/// <param name="Section">Section of Allegato A.</param>
/// <param name="Quote">Exact words that give the totals.</param>
/// <param name="Projects">Networks in all.</param>
/// <param name="Partners">Partner bodies in all.</param>
/// <param name="AccessPoints">Points of access in all.</param>
/// <param name="Ats">Of each ATS.</param>
public sealed record StatedLayout(string Section, string Quote, int Projects, int Partners, int AccessPoints, ImmutableArray<StatedAtsLayout> Ats)
{
    private const int MostProjects = 10_000;

    /// <summary>Of the ATS with this name, compared as <see cref="AreaCode.From"/> writes it; null where the act does not speak of it.</summary>
    public StatedAtsLayout? Of(string ats) => Ats.FirstOrDefault(a => AreaCode.From(a.Ats) == AreaCode.From(ats));

    internal static StatedLayout Read(RuleSetField field)
    {
        field.Expect("sezione", "citazione", "progetti", "partner", "punti_di_accesso", "ats");
        return new StatedLayout(
            field["sezione"].Text(),
            field["citazione"].Text(),
            (int)field["progetti"].Number(0, MostProjects),
            (int)field["partner"].Number(0, MostProjects),
            (int)field["punti_di_accesso"].Number(0, MostProjects),
            [.. field["ats"].Items("ats", "progetti", "progetti_per_gestore", "citazione").Select(a => new StatedAtsLayout(
                a["ats"].Text(),
                a["citazione"].Text(),
                (int)a["progetti"].Number(0, MostProjects),
                Managers(a["progetti_per_gestore"])))]);
    }

    private static ImmutableSortedDictionary<string, int> Managers(RuleSetField field) =>
        field.Names().ToSorted(AreaCode.From, name => (int)field[name].Number(0, MostProjects), StringComparer.Ordinal);
}

/// <summary>The networks of one ATS as the act states them.</summary>
/// <param name="Ats">Name of the ATS.</param>
/// <param name="Quote">Exact words.</param>
/// <param name="Projects">Networks.</param>
/// <param name="ByManager">Networks by kind of manager, keyed as <see cref="AreaCode.From"/> writes the kind; what is not named is none.</param>
public sealed record StatedAtsLayout(string Ats, string Quote, int Projects, ImmutableSortedDictionary<string, int> ByManager);
