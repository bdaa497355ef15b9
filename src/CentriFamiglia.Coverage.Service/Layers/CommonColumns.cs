using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Service.Layers;

/// <summary>The columns that stand in many layers, each with its one description and example.</summary>
internal static class CommonColumns
{
    /// <summary>The sources of travel times.</summary>
    public static ImmutableArray<string> TravelWords => SharedParameters.TravelWords;

    private const string Incomplete = "Vero se l'elenco delle sedi dell'ATS non è dichiarato completo: distanze al più, conteggi almeno";

    /// <summary>The levels of areas up to one of them, as columns write them.</summary>
    public static ImmutableArray<string> LevelWords(AreaLevel most) =>
        [.. new[] { AreaLevel.Ambito, AreaLevel.Distretto, AreaLevel.Ats, AreaLevel.Regione }.Where(l => l <= most).Select(l => l.ToText())];

    /// <summary><c>livello</c>, <c>codice</c>, <c>nome</c>, <c>ats</c> of an area.</summary>
    /// <param name="withRegion">Whether the region is one of the levels.</param>
    public static ImmutableArray<Field<T>> Area<T>(Func<T, TerritoryUnit> unit, bool withRegion = false) =>
    [
        new("livello", ColumnType.Text, $"Livello dell'area: ambito, distretto, ats{(withRegion ? ", regione" : "")}.", r => unit(r).Level.ToText(), "ambito")
        {
            Words = LevelWords(withRegion ? AreaLevel.Regione : AreaLevel.Ats),
        },
        AreaCode<T>(r => unit(r).Code),
        AreaName<T>(r => unit(r).Name),
        new("ats", ColumnType.Text, withRegion ? "ATS di appartenenza; vuoto per la regione." : "ATS di appartenenza.", r => unit(r).Ats, "Bergamo"),
    ];

    public static Field<T> AreaCode<T>(Func<T, string> code, string example = "valle-imagna-villa-d-alme") =>
        new("codice", ColumnType.Text, "Chiave dell'area nel suo livello.", code, example);

    public static Field<T> AreaName<T>(Func<T, string> name, string example = "Valle Imagna - Villa d'Almè") =>
        new("nome", ColumnType.Text, "Nome dell'area.", name, example);

    public static Field<T> ComuniOf<T>(Func<T, int> count) => new("comuni", ColumnType.Integer, "Comuni dell'area.", r => (long)count(r), 20L);

    /// <summary><c>pro_com_t</c>, <c>comune</c> and the areas it belongs to.</summary>
    public static ImmutableArray<Field<T>> Place<T>(Func<T, Comune> comune, Func<T, Membership?> membership) =>
    [
        ComuneCode<T>(r => comune(r).Code.Value, "016007"),
        ComuneName<T>(r => comune(r).Name, "Almenno San Salvatore"),
        new("ambito", OrNull.Text, "Ambito di appartenenza; vuoto: non noto.", r => membership(r)?.Ambito, "Valle Imagna - Villa d'Almè"),
        new("distretto", OrNull.Text, "Distretto di appartenenza; vuoto: non noto.", r => membership(r)?.Distretto, "Valle Imagna e Villa d'Almè"),
        new("ats", OrNull.Text, "ATS di appartenenza; vuoto: non nota.", r => membership(r)?.Ats, "Bergamo"),
    ];

    public static Field<T> ComuneCode<T>(Func<T, string> code, string example = "016024") =>
        new("pro_com_t", ColumnType.Text, "Codice Istat del comune, sei cifre.", code, example);

    public static Field<T> ComuneName<T>(Func<T, string> name, string example = "Bergamo") => new("comune", ColumnType.Text, "Nome del comune.", name, example);

    public static Field<T> ComuneNameOrNull<T>(Func<T, string?> name) => new("comune", OrNull.Text, "Nome del comune; vuoto: non è in archivio.", name, "Bergamo");

    public static Field<T> ComuneAts<T>(Func<T, string> ats) => new("ats", ColumnType.Text, "ATS del comune.", ats, "Bergamo");

    public static Field<T> ComuneAtsOrNull<T>(Func<T, string?> ats) => new("ats", OrNull.Text, "ATS del comune; vuoto: non nota.", ats, "Bergamo");

    /// <summary><c>site_id</c>, <c>name</c>, <c>role</c>, <c>network_id</c> of a sede.</summary>
    public static ImmutableArray<Field<T>> Sede<T>(Func<T, Site> site) =>
    [
        new("site_id", ColumnType.Text, "Identificativo della sede.", r => site(r).Id.Value, "BG01-H"),
        new("name", ColumnType.Text, "Nome della sede.", r => site(r).Name, "Hub dimostrativo Bergamo"),
        new("role", ColumnType.Text, "Ruolo nella rete: hub, spoke, non_dichiarato.", r => site(r).Role.ToText(), "hub") { Words = Vocabulary.Role.Written },
        new("network_id", OrNull.Text, "Rete a cui appartiene.", r => site(r).Network?.Value, "BG01"),
    ];

    /// <summary><c>lon</c> and <c>lat</c>.</summary>
    public static ImmutableArray<Field<T>> Position<T>(Func<T, double> lon, Func<T, double> lat, double exampleLon = 9.66496, double exampleLat = 45.69753) =>
    [
        new("lon", ColumnType.Number, "Longitudine WGS84, gradi.", r => lon(r), exampleLon),
        new("lat", ColumnType.Number, "Latitudine WGS84, gradi.", r => lat(r), exampleLat),
    ];

    /// <summary>How far the figures of an area go: <c>elenco_incompleto</c>, <c>residenti_esclusi</c>, <c>comuni_esclusi</c>.</summary>
    public static ImmutableArray<Field<T>> Knowledge<T>(Func<T, AreaKnowledge> known) =>
    [
        UpperBoundOrNull<T>(r => known(r).IsEmpty ? null : known(r).UpperBound),
        new("residenti_esclusi", ColumnType.Integer, "Residenti dei comuni NON_CARICATO, che nessuna cifra della riga conta.", r => known(r).ResidentsExcluded, 0L),
        new("comuni_esclusi", ColumnType.Integer, "Comuni NON_CARICATO, che nessuna cifra della riga conta.", r => (long)known(r).ComuniExcluded, 0L),
    ];

    /// <summary><c>elenco_incompleto</c>.</summary>
    public static Field<T> UpperBound<T>(Func<T, bool> upperBound) => new("elenco_incompleto", ColumnType.Boolean, Incomplete + ".", r => upperBound(r), false);

    /// <summary>The same where a row may be of what nothing is known of.</summary>
    public static Field<T> UpperBoundOrNull<T>(Func<T, bool?> upperBound) =>
        new("elenco_incompleto", OrNull.Boolean, Incomplete + ". Vuoto: nulla è noto.", r => upperBound(r), false);

    /// <summary>The one source that all rows have their times from.</summary>
    public static Field<T> Travel<T>() =>
        new("viaggio", ColumnType.Text, "Fonte dei tempi: stima, rete, matrice, server.", _ => "", "stima")
        {
            Words = TravelWords,
            Shared = p => p.Travel!.Info.Kind,
        };

    public static Field<T> AreaEvidence<T>(Func<T, EvidenceStatus> status) => Evidence("dei comuni", status);

    public static Field<T> ComuneEvidence<T>(Func<T, Membership?> membership) => Evidence<T>("ad Ambito e Distretto", r => Weakest(membership(r)));

    /// <param name="whose">What belongs where, Italian.</param>
    /// <param name="status">The weakest evidence.</param>
    public static Field<T> Evidence<T>(string whose, Func<T, EvidenceStatus> status) =>
        new("fonte_stato", ColumnType.Text, $"Prova più debole dell'appartenenza {whose}: listed, inferred, unverified.", r => status(r).ToText(), "listed")
        {
            Words = Vocabulary.Evidence.Written,
        };

    public static Field<T> Demonstration<T>(Func<T, bool> demonstration, string description = "Vero se contano sedi inventate.") =>
        new("dimostrativo", ColumnType.Boolean, description, r => demonstration(r), true);

    public static Field<T> DemonstrationSede<T>(Func<T, Site> site) => Demonstration<T>(r => site(r).Demonstration, "Vero se la sede è inventata.");

    /// <summary><c>source</c> and <c>source_date</c>, as imports have them.</summary>
    public static ImmutableArray<Field<T>> Source<T>(Func<T, string?> source, Func<T, string?> date) =>
    [
        new("source", OrNull.Text, "Da dove viene la riga; vuoto: non dichiarato.", source, null),
        new("source_date", OrNull.Text, "Data della fonte, come la pagina la scrive.", date, null),
    ];

    /// <summary><c>valid_from</c> and <c>valid_to</c>, as imports have them.</summary>
    public static ImmutableArray<Field<T>> Validity<T>(Func<T, DateOnly?> from, Func<T, DateOnly?> to) =>
    [
        new("valid_from", OrNull.Text, "Primo giorno di validità.", r => Cells.Date(from(r)), null),
        new("valid_to", OrNull.Text, "Ultimo giorno di validità.", r => Cells.Date(to(r)), null),
    ];

    private static EvidenceStatus Weakest(Membership? membership) => membership is null
        ? EvidenceStatus.Unverified
        : (EvidenceStatus)Math.Max((int)membership.AmbitoStatus, (int)membership.DistrettoStatus);
}
