using System.Xml.Linq;
using CentriFamiglia.Coverage.Service.Dossiers.Html;
using CentriFamiglia.Coverage.Service.Dossiers.Reading;

namespace CentriFamiglia.Coverage.Service.Dossiers.Sections;

/// <summary>How far the search for the proposals went, and what is proved.</summary>
internal static class CertificateSection
{
    public static XElement Of(RunView view)
    {
        if (view.Meta("proposte")?.Part("certificate") is not { } certificate)
            return Tags.Section("certificato", "Che cosa è dimostrato", Tags.P("L'analisi non contiene un certificato delle proposte."));
        return Tags.Section(
            "certificato", "Che cosa è dimostrato",
            Tags.P(Tags.Strong(Verdict(certificate))),
            view.Ats is not null && view.Parameters.Text("ats") is null
                ? Tags.P("Il certificato riguarda le proposte di tutta la Lombardia, non soltanto quelle di questa ATS.")
                : null,
            Tags.Terms(
                ("Scopo", Problem(certificate)),
                ("Stato", Status(certificate)),
                ("Valore trovato", Value(certificate, "objective")),
                ("Limite dimostrato", Value(certificate, "bound")),
                ("Scarto", certificate.Number("gap") is { } gap ? Figure.Percent(100 * gap) : Figure.Unknown),
                ("Candidati considerati", Figure.Count(certificate.Number("candidates_considered"))),
                ("Candidati scartati", Dropped(certificate)),
                ("Altre scelte", Others(certificate)),
                ("Risolutore", certificate.Text("solver"))),
            Tags.P("«Dimostrato» vuol dire che il programma ha escluso, con un calcolo completo sui dati e sui criteri di questa analisi, ogni scelta migliore secondo lo scopo. "
                + "«Non dimostrato» vuol dire che è la migliore scelta trovata: una migliore può esistere, ma non può superare il limite dimostrato. "
                + "Né l'uno né l'altro dice che i dati siano giusti o che la scelta sia opportuna."));
    }

    private static string Verdict(JsonObject certificate) => certificate.Text("status") switch
    {
        "infeasible" when certificate.Number("candidates_considered") is 0 => "Non si propone nulla: nessun comune può essere candidato.",
        "infeasible" => "Nessuna scelta rispetta i vincoli chiesti.",
        "optimal" when !certificate.Texts("sites").Any() => "Dimostrato: nessuna nuova sede serve allo scopo.",
        "optimal" when certificate["secondary_proved"] is not null && !certificate.Flag("secondary_proved") =>
            "Dimostrato quanto allo scopo; fra le scelte che valgono altrettanto, questa è la migliore trovata.",
        "optimal" => "Dimostrato: nessuna altra scelta fa meglio.",
        _ => certificate.Number("gap") is { } gap
            ? $"Non dimostrato: lo scarto dall'ottimo è al più {Figure.Percent(100 * gap)}."
            : "Non dimostrato: è la migliore scelta trovata.",
    };

    private static string Status(JsonObject certificate) => certificate.Text("status") switch
    {
        "optimal" => "ottimo dimostrato",
        "feasible" => "ammissibile, non dimostrato ottimo",
        "infeasible" => "nessuna scelta ammissibile",
        string other => other,
        null => Figure.Unknown,
    };

    private static string Problem(JsonObject certificate) => certificate.Text("problem") switch
    {
        "units" => "una sede in ogni area che non ne ha, con il minor numero di nuove sedi",
        "cover" => "più residenti entro il limite di viaggio",
        "time" => "meno minuti di viaggio",
        string other => other,
        null => Figure.Unknown,
    };

    private static string Value(JsonObject certificate, string name)
    {
        if (certificate.Number(name) is not { } value)
            return Figure.Unknown;
        string unit = certificate.Text("problem") switch { "units" => "nuove sedi", "cover" => "residenti entro il limite", _ => "minuti-residente" };
        return $"{ItalianNumber.Of(value, "#,0.##")} {unit}";
    }

    private static string? Dropped(JsonObject certificate) => certificate.Part("candidates_dropped") is { Count: > 0 } dropped
        ? string.Join("; ", dropped.Select(d => $"{d.Key}: {Figure.Count(dropped.Number(d.Key))}"))
        : null;

    private static string Others(JsonObject certificate)
    {
        int others = (certificate["alternates"] as JsonArray)?.Count ?? 0;
        return (others, certificate.Flag("alternates_complete")) switch
        {
            (0, true) => "nessun'altra scelta vale altrettanto",
            (0, false) => "non si è cercato se altre scelte valgano altrettanto",
            (_, true) => $"{others} valgono altrettanto",
            _ => $"almeno {others} valgono altrettanto",
        };
    }
}
