using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Journeys;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>What other sedi would change: <c>what-if</c>, <c>/api/v1/what-if</c>.</summary>
internal static class WhatIfQuestion
{
    public static TextParameter Changes { get; } = new("changes",
        "Le modifiche da provare, un elenco JSON, per esempio [{\"op\":\"add\",\"id\":\"N1\",\"role\":\"spoke\",\"pro_com_t\":\"016024\"}]; op è add, move, close o "
            + "change, gli altri campi sono le colonne di un file di sedi. Dalla riga di comando, un file che le contiene. Senza: nessuna modifica.")
    {
        Placeholder = "FILE",
        Example = "[{\"op\":\"close\",\"id\":\"BG01-S1\"}]",
        IsLong = true,
        OfFile = text => ChangesText.OfFile(Changes!, text),
    };

    public static ChoiceParameter By { get; } = GapsQuestion.By with { Choices = ["comune"], Default = "comune", Example = "comune" };

    public static ChoiceParameter Changed { get; } = CompareQuestion.Changed with { Description = "Solo i comuni che cambiano." };

    public static ChoiceParameter Findings { get; } = new("rilievi", "Confronta anche i rilievi delle regole dell'atto, in meta.rilievi.", ["si", "no"], "no")
    {
        Placeholder = "SI|NO",
        Example = "si",
        IsFlag = true,
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Prova di altre sedi",
        Description = "Che cosa cambia se si aggiungono, spostano, chiudono o modificano delle sedi: una riga per comune, prima e dopo; in meta.aree "
            + "le aree il cui verdetto o le cui cifre cambiano, in meta.totali i totali prima e dopo, con il denaro (confrontabile è falso dove prima e dopo non contano gli "
            + "stessi comuni, perché ciò che è noto non è lo stesso), in meta.reti le reti toccate con il carico dell'Hub, in meta.rilievi le regole che cambiano esito. "
            + "Le modifiche sono giudicate come le righe di un'importazione, e nulla è scritto nell'archivio.",
        Parameters =
        [
            Changes, By, Changed, GapsQuestion.Limit, GapsQuestion.At, Findings, BudgetQuestion.SpokeCost, SharedParameters.Ats,
            SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date,
        ],
        Rows = () => [WhatIfLayer.Shape.As("TrialRow", RowGeometry.Areas)],
        TerminalColumns = 8,
        IsPassing = _ => true,
        Key = GapsQuestion.Instance.Key,
        Answer = (analysis, values) =>
        {
            var trial = WhatIf.Of(analysis, ChangesText.Read(Changes, values[Changes]));
            return WhatIfLayer.Make(trial, new WhatIfTerms(
                Ats: Question.FindAts(analysis, values),
                ChangedOnly: values.Choice(Changed) == "si",
                WithFindings: values.Choice(Findings) == "si",
                SpokeCost: values.Number(BudgetQuestion.SpokeCost),
                OpenBefore: GapsQuestion.OpenAt(trial.Before, values),
                OpenAfter: GapsQuestion.OpenAt(trial.After, values)));
        },
    };
}
