using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.OwnTables;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Times between places of the user's own: <c>/api/v1/matrix</c>. The verb <c>matrix</c> does the same from file to file, without a limit.</summary>
internal static class MatrixQuestion
{
    /// <summary>More are for the verb, which writes them as it finds them.</summary>
    public const int MostPairs = 250_000;

    public static TextParameter From { get; } = new("from",
        "Le partenze, un elenco JSON: [{\"id\":\"A\",\"lon\":9.7,\"lat\":45.7}], oppure [{\"pro_com_t\":\"016024\"}] per le sedi comunali. Senza: le sedi attive.")
    {
        Placeholder = "LUOGHI",
        Example = "[{\"id\":\"A\",\"lon\":9.7,\"lat\":45.7}]",
        IsLong = true,
    };

    public static TextParameter To { get; } = From with
    {
        Name = "to",
        Option = "to",
        Description = From.Description.Replace("Le partenze", "Gli arrivi", StringComparison.Ordinal),
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Tempi e distanze tra due elenchi di luoghi",
        Description = "Una riga per ogni coppia, nell'ordine delle partenze e poi degli arrivi: secondi e metri in auto. "
            + $"Al più {ItalianNumber.Of(MostPairs, "#,0")} coppie: per di più c'è il comando 'coverage matrix', che lavora da file a file. "
            + "La linea unisce i due luoghi e non è il percorso.",
        Parameters = [From, To, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Date],
        Rows = () => [MatrixLayer.Shape.As("MatrixRow", RowGeometry.Line)],
        TerminalColumns = 5,
        IsPassing = values => values[From] is not null || values[To] is not null,
        AnswerWatched = (analysis, values, watch) =>
        {
            var comuni = new Lazy<ComuneOfPlace>(() => new ComuneOfPlace(analysis.Snapshot.Comuni));
            (MatrixPoint[] Points, bool AreComuni) from = PlacesOf(analysis, values, From, comuni), to = PlacesOf(analysis, values, To, comuni);
            long pairs = (long)from.Points.Length * to.Points.Length;
            return pairs <= MostPairs
                ? MatrixLayer.Make(analysis, from.Points, to.Points, from.AreComuni == to.AreComuni, watch.Stop)
                : throw new InputException(From.Name, $"le coppie sono {ItalianNumber.Of(pairs, "#,0")}: se ne calcolano al massimo {ItalianNumber.Of(MostPairs, "#,0")}.",
                    "Accorciare gli elenchi, oppure usare il comando 'coverage matrix'.");
        },
    };

    private static (MatrixPoint[] Points, bool AreComuni) PlacesOf(Analysis analysis, Values values, Parameter parameter, Lazy<ComuneOfPlace> comuni)
    {
        if (values[parameter] is not { } text)
            return ([.. analysis.Snapshot.Sites.Select(s => new MatrixPoint(s.Site.Id.Value, analysis.State.PlaceOf(s)))], false);
        (MatrixPoint[] points, bool areComuni) = MatrixPlacesText.Read(parameter, text, analysis.Snapshot.FindComune);
        return (Array.ConvertAll(points, p => p.Place is { Comune: var code } && code != default
            ? p
            : comuni.Value.Located(p, needsComune: analysis.State.Travel.Info.Kind == "matrice")), areComuni);
    }
}
