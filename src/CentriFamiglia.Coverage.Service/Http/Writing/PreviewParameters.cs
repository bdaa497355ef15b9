using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Service.Http.Writing;

/// <summary>How a file is to be read that an import is tried of: the options of <c>import</c>.</summary>
internal static class PreviewParameters
{
    public static TextParameter File { get; } = new("file", "Il nome del file, con la sua estensione.") { Placeholder = "NOME", Example = "sedi.csv", IsRequired = true };

    public static ChoiceParameter Format { get; } = new("f", "Formato del rapporto; html è una pagina da leggere, stampare e inviare.", ["json", "csv", "html"], "json")
    {
        Option = "format",
        Placeholder = "FORMATO",
        Example = "json",
    };

    private static readonly ChoiceParameter _kind = new("as", "Che cosa contiene il file. Senza: si riconosce dalle colonne.", [.. ImportKinds.All.Select(k => k.Name())], null)
    {
        Placeholder = "GENERE",
        Example = "sedi",
    };

    private static readonly ChoiceParameter _replace = YesNo("replace", "Il file è l'elenco intero: ciò che non nomina viene tolto.");

    private static readonly ChoiceParameter _valid = YesNo("accept-valid", "Prende le righe valide e scarta le altre.");

    private static readonly TextParameter _complete = new("completo", "Dichiara completo l'elenco delle sedi di queste ATS: nomi separati da virgole, oppure tutte.")
    {
        Placeholder = "ATS",
        Example = "Brescia",
    };

    private static readonly NumberParameter _epsg = new("epsg", "Sistema di coordinate, se il file non lo dice.", 1024, 999_999, 0) { Placeholder = "CODICE", Example = "32632" };

    private static readonly TextParameter _sheet = new("sheet", "Foglio della cartella di Excel, o strato del GeoPackage, da leggere.")
    {
        Placeholder = "NOME",
        Example = "Sedi",
        IsForOtherContents = true,
    };

    private static readonly ChoiceParameter _precision = new("precisione", "Con «comune» le sedi senza coordinate stanno nel capoluogo del loro comune.", ["comune"], null)
    {
        Placeholder = "comune",
        Example = "comune",
    };

    public static ImmutableArray<Parameter> All { get; } = [File, _kind, SharedParameters.Sedi, _replace, _valid, _complete, _epsg, _sheet, _precision, Format];

    /// <param name="path">Of the file.</param>
    /// <param name="values">Of the request.</param>
    public static ImportRequest Request(string path, Values values) => new(path)
    {
        Kind = values.Choice(_kind) is { } kind && ImportKinds.TryParse(kind, out ImportKind known) ? known : null,
        Replace = values.Choice(_replace) == "si",
        AcceptValid = values.Choice(_valid) == "si",
        CompleteFor = values[_complete],
        SetName = values.Choice(SharedParameters.Sedi),
        Epsg = (int?)values.Number(_epsg),
        Part = values[_sheet],
        PlaceInComune = values.Choice(_precision) is not null,
    };

    private static ChoiceParameter YesNo(string name, string description) => new(name, description, ["si", "no"], "no") { Placeholder = "SI|NO", Example = "si" };
}
