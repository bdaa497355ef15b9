namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>Parameters that several questions share.</summary>
public static class SharedParameters
{
    public static ChoiceParameter Sedi { get; } = new(
        "sedi", "Quali sedi e reti contano: dimostrative (inventate), note (centri reali da pagine pubbliche), mie. Senza: l'insieme attivo.", SiteSet.Names, null)
    {
        Placeholder = "INSIEME",
        Example = SiteSet.Demonstration,
    };

    /// <summary>Where travel times may come from.</summary>
    public static ImmutableArray<string> TravelWords { get; } = ["stima", "rete", "matrice", "server"];

    public static ChoiceParameter Travel { get; } = new(
        "viaggio", "Da dove vengono i tempi di viaggio. Senza: la matrice importata, se c'è; altrimenti il server delle strade, se chi ha avviato il programma ne indica uno; "
            + "altrimenti la rete stradale, se c'è; altrimenti la stima.",
            TravelWords, null)
    {
        Option = "travel",
        Placeholder = "FONTE",
        Example = "stima",
    };

    public static TextParameter Rules { get; } = new("regole", "Insieme di regole, per identificativo. Senza: la D.G.R. XII/1507/2023.")
    {
        Option = "rules",
        Placeholder = "REGOLE",
        Example = "dgr-xii-1507-2023",
    };

    public static DateParameter Date { get; } = new("data", "Giorno a cui valgono appartenenze, sedi, reti e varianti, AAAA-MM-GG. Senza: oggi.")
    {
        Option = "date",
        Also = "al",
        Placeholder = "GIORNO",
        Example = "2024-06-30",
    };

    public static TextParameter Demand { get; } = new(
        "domanda", "Di chi si pesano i viaggi: residenti, famiglie, eta_0_14, eta_65_oltre; oppure un indice con i suoi pesi (eta_0_14=2,eta_65_oltre=1). Senza: residenti.")
    {
        Placeholder = "CHI",
        Example = "eta_65_oltre",
    };

    public static TextParameter Ats { get; } = new("ats", "Solo il territorio di questa ATS, per nome.") { Placeholder = "ATS", Example = "Bergamo" };

    /// <summary>What <see cref="Demand"/> asks to weigh; residents where nothing is asked.</summary>
    /// <exception cref="InputException">It is nothing that can be counted.</exception>
    public static DemandChoice DemandOf(Values values)
    {
        if (values[Demand] is not { } text)
            return DemandChoice.Residents;
        try
        {
            return DemandChoice.Parse(text);
        }
        catch (CoverageInputException none)
        {
            throw new InputException(Demand.Name, none.Message, DemandChoice.HowTo);
        }
    }
}
