using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Dossiers.Reading;

/// <summary>A frozen analysis as one reader sees it: all of it, or only the rows of one ATS.</summary>
internal sealed class RunView
{
    private readonly FrozenRun _run;

    /// <param name="decisions">Of this run; others do not count.</param>
    /// <param name="ats">Name of an ATS as the data write it; null for all that the analysis is of.</param>
    public RunView(FrozenRun run, RunHead head, ImmutableArray<Decision> decisions, string? ats)
    {
        (_run, Head, Ats) = (run, head, ats ?? run.Parameters.Text("ats"));
        Dictionary<int, Decision> decided = decisions.Where(d => d.RunId == head.Id).ToDictionary(d => d.Proposal);
        Proposals =
        [
            .. Rows("proposte").Select(row => (Number: (int)(row.Number("ordine") ?? 0), Row: row)).OrderBy(p => p.Number)
                .Select(p => new Proposal(p.Number, p.Row, decided.GetValueOrDefault(p.Number))),
        ];
    }

    public RunHead Head { get; }

    /// <summary>Null for all Lombardia.</summary>
    public string? Ats { get; }

    /// <summary>What the page is about.</summary>
    public string Territory => Ats is null ? "Lombardia" : $"ATS {Ats}";

    public string Hash => _run.Hash;

    public string Program => _run.Program;

    public bool IsReproducible => _run.IsReproducible;

    public JsonObject Inputs => _run.Inputs;

    public JsonObject Parameters => _run.Parameters;

    public JsonObject Shapes => _run.Shapes;

    /// <summary>Day of the data.</summary>
    public string Day => Figure.Day(Inputs.Text("alla_data"));

    /// <summary>By number.</summary>
    public ImmutableArray<Proposal> Proposals { get; }

    /// <summary>Whether any figure rests on sedi that were made up.</summary>
    public bool IsDemonstration => Metas.Any(m => m.Part("sedi")?.Flag("dimostrativo") == true);

    /// <summary>Of every result, in the order of the run.</summary>
    public IEnumerable<JsonObject> Metas => _run.ResultNames.Select(Meta).OfType<JsonObject>();

    public bool Has(string result) => _run.Result(result) is not null;

    /// <returns>Null where the run has no such result.</returns>
    public JsonObject? Meta(string result) => _run.Result(result)?.Part("meta");

    /// <summary>The rows of a result that are this reader's: of their ATS, or all.</summary>
    public IEnumerable<JsonObject> Rows(string result) => _run.Rows(result).Where(row => Ats is null || row.Text("ats") == Ats);

    /// <summary>The travel of the whole that the page is about; null where the run has none.</summary>
    public JsonObject? WholeGap => Ats is null ? _run.Rows("lacune-regione").FirstOrDefault() : Rows("lacune-ats").FirstOrDefault();

    /// <summary>The first member of that name that a result says, those with journeys first.</summary>
    public JsonObject? Said(string member) => Metas.Select(m => m.Part(member)).OfType<JsonObject>().FirstOrDefault();

    /// <summary>Whom the figures of journeys count: <c>residenti</c>, <c>famiglie</c>.</summary>
    public string People => Meta("lacune-ambito")?.Part("domanda")?.Text("nome") ?? "residenti";
}
