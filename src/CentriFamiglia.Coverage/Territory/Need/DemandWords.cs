namespace CentriFamiglia.Coverage.Territory.Need;

/// <summary>What is counted, in Italian sentences.</summary>
/// <param name="Name">What it is, for a heading: <c>famiglie</c>.</param>
/// <param name="One">Singular: <c>famiglia</c>.</param>
/// <param name="Many">Plural: <c>famiglie</c>.</param>
/// <param name="Feminine">Its gender.</param>
/// <param name="Unit">What a minute of each is called after: <c>minuti-famiglia</c>.</param>
public sealed record DemandWords(string Name, string One, string Many, bool Feminine, string Unit)
{
    private static readonly DemandWords _residents = new("residenti", "residente", "residenti", false, "residente");
    private static readonly DemandWords _families = new("famiglie", "famiglia", "famiglie", true, "famiglia");
    private static readonly DemandWords _children = new("bambini da 0 a 14 anni", "bambino da 0 a 14 anni", "bambini da 0 a 14 anni", false, "bambino");
    private static readonly DemandWords _elderly = new("persone di 65 anni e oltre", "persona di 65 anni e oltre", "persone di 65 anni e oltre", true, "persona");
    private static readonly DemandWords _index = new("indice di bisogno", "punto di bisogno", "punti di bisogno", false, "punto");

    /// <summary>How to make it known where it is not.</summary>
    public string Cure => this == _residents ? "Importare la popolazione."
        : this == _families ? "Importare i comuni con la colonna «famiglie»."
        : this == _index ? "Importare popolazione, famiglie ed età che l'indice conta."
        : "Importare le età dei comuni («eta»).";

    /// <summary><c>i residenti</c>, <c>le famiglie</c>.</summary>
    public string The => $"{(Feminine ? "le" : "i")} {Many}";

    /// <summary><c>I residenti</c>, <c>Le famiglie</c>.</summary>
    public string TheCapital => $"{(Feminine ? "Le" : "I")} {Many}";

    /// <summary><c>dei residenti</c>, <c>delle famiglie</c>.</summary>
    public string OfThe => $"{(Feminine ? "delle" : "dei")} {Many}";

    /// <summary><c>sui residenti</c>, <c>sulle famiglie</c>.</summary>
    public string OnThe => $"{(Feminine ? "sulle" : "sui")} {Many}";

    /// <summary><c>residenti noti</c>, <c>famiglie note</c>.</summary>
    public string Known => $"{Many} {(Feminine ? "note" : "noti")}";

    /// <summary><c>ai residenti</c>, <c>alle famiglie</c>.</summary>
    public string ToThe => $"{(Feminine ? "alle" : "ai")} {Many}";

    /// <summary><c>gli stessi residenti</c>, <c>le stesse famiglie</c>.</summary>
    public string TheSame => $"{(Feminine ? "le stesse" : "gli stessi")} {Many}";

    public static DemandWords Of(DemandChoice choice) => choice.IsIndex ? _index : Of(choice.Parts[0].Figure);

    public static DemandWords Of(DemandFigure figure) => figure switch
    {
        DemandFigure.Families => _families,
        DemandFigure.Children => _children,
        DemandFigure.Elderly => _elderly,
        _ => _residents,
    };

    /// <summary>A count with its noun: <c>nessuna famiglia</c>, <c>1 famiglia</c>, <c>8.913 famiglie</c>.</summary>
    public string Counted(double count) => Feminine && Math.Round(count, MidpointRounding.AwayFromZero) == 0 ? $"nessuna {One}" : ItalianNumber.Counted(count, One, Many);

    /// <summary>Minutes of each of them added up: <c>12 minuti-famiglia</c>.</summary>
    public string Minutes(double minutes) => ItalianNumber.Counted(minutes, $"minuto-{Unit}", $"minuti-{Unit}");
}
