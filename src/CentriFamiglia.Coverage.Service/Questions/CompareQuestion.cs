using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Findings;
using CentriFamiglia.Coverage.Service.Layers.Journeys;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Two states side by side: <c>compare</c>, <c>/api/v1/compare</c>. What is not said of the second is as in the first.</summary>
internal static class CompareQuestion
{
    public static ChoiceParameter Sedi { get; } = SharedParameters.Sedi with
    {
        Name = "sedi_dopo",
        Option = "after-sedi",
        Description = "Insieme di sedi della seconda situazione.",
        Example = SiteSet.Known,
    };

    public static DateParameter Date { get; } = SharedParameters.Date with
    {
        Name = "data_dopo",
        Option = "after-date",
        Also = "al_dopo",
        Description = "Giorno della seconda situazione, AAAA-MM-GG.",
        Example = "2024-12-31",
    };

    public static TextParameter Rules { get; } = SharedParameters.Rules with
    {
        Name = "regole_dopo",
        Option = "after-rules",
        Description = "Insieme di regole della seconda situazione."
    };

    public static ChoiceParameter Travel { get; } = SharedParameters.Travel with
    {
        Name = "viaggio_dopo",
        Option = "after-travel",
        Description = "Fonte dei tempi della seconda situazione."
    };

    public static ChoiceParameter Proposals { get; } = new("con_proposte", "La seconda situazione ha aperte le sedi che il programma propone.", ["si", "no"], "no")
    {
        Option = "with-proposals",
        Placeholder = "SI|NO",
        Example = "no",
        IsFlag = true,
    };

    public static ChoiceParameter Level { get; } = new("level", "Livello delle aree, o comune: una riga per comune, prima e dopo.",
        ["comune", "ambito", "distretto", "ats", "regione", "all"], "all")
    {
        Placeholder = "LIVELLO",
        Example = "ats",
    };

    public static ChoiceParameter Changed { get; } = new("changed", "Solo le misure, o i comuni, che cambiano.", ["si", "no"], "no")
    {
        Placeholder = "SI|NO",
        Example = "si",
        IsFlag = true,
    };

    /// <summary>The second store: only the verb opens one, so that it is not a parameter of the question.</summary>
    public static TextParameter Store { get; } = new("archivio_dopo", "Archivio della seconda situazione. Senza: lo stesso della prima.")
    {
        Option = "after-store",
        Placeholder = "ARCHIVIO",
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Confronto di due situazioni",
        Description = "Ogni misura di ogni area in due situazioni, con la differenza: due date, due insiemi di regole o di sedi, due fonti dei tempi, prima e dopo le proposte. Di "
            + "ciò che non si indica la seconda situazione è come la prima. Vuoto: la misura o l'area non è nota da quella parte. Per comune: una riga per comune come nella "
            + "prova, con le aree che cambiano in meta.aree e i totali prima e dopo in meta.totali.",
        Parameters =
        [
            Sedi, Date, Rules, Travel, Proposals, Level, Changed, SharedParameters.Ats,
            SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date,
        ],
        NeedsOneOf = [Date, Sedi, Rules, Travel, Proposals],
        Rows = () => [CompareLayer.Shape.As("ComparedRow", RowGeometry.None, "level di aree"), WhatIfLayer.Shape.As("TrialRow", RowGeometry.Areas, "level=comune")],
        TerminalColumns = 7,
        OtherStore = Store,
        OtherKey = OtherKeyOf,
        TakesLong = values => values.Choice(Proposals) == "si",
        AnswerPair = (before, after, values, watch) => CompareLayer.Make(
            before,
            values.Choice(Proposals) == "si" ? after.WithProposals(watch.Stop) : after,
            new CompareFilter(values.Choice(Level)!, values.Choice(Changed) == "si", Question.FindAts(before, values)),
            values.Choice(Proposals) == "si"),
    };

    private static AnalysisKey OtherKeyOf(Values values)
    {
        if (values[Sedi] is null && values[Date] is null && values[Rules] is null && values[Travel] is null && values[Store] is null && values.Choice(Proposals) != "si")
            throw new InputException(Proposals.Name, "le due situazioni sono la stessa.", "Dire che cosa cambia: sedi, data, regole, fonte dei tempi o proposte.");
        AnalysisKey first = Instance.KeyOf(values);
        return first with
        {
            Set = values.Choice(Sedi) ?? first.Set,
            Travel = values.Choice(Travel) ?? first.Travel,
            Rules = values[Rules] ?? first.Rules,
            AsOf = Date.Read(values[Date]) ?? first.AsOf,
        };
    }
}
