namespace CentriFamiglia.Coverage.Service.Dossiers.Reading;

/// <summary>The words of the answers as an official reads them; a word that is not among them stands as it is.</summary>
internal static class Wording
{
    /// <summary>The verdicts, what needs attention first; the letter stands on the map.</summary>
    public static ImmutableArray<VerdictWords> Verdicts { get; } =
    [
        new("SCOPERTO", "X", "Scoperto", "né una sede, né la competenza di un Hub", "v-scoperto"),
        new("COMPETENZA", "C", "Solo competenza", "nessuna sede, ma un Hub lo dichiara nel proprio territorio", "v-competenza"),
        new("NON_CARICATO", "?", "Non noto", "l'elenco delle sedi dell'ATS non è dichiarato completo: non si può dire scoperto", "v-ignoto"),
        new("SEDE", "", "Sede presente", "almeno un Hub o uno Spoke", "v-sede"),
    ];

    private static readonly Dictionary<string, string> _words = new(StringComparer.Ordinal)
    {
        ["non_conforme"] = "Non conforme",
        ["non_dichiarato"] = "Non dichiarato",
        ["informativo"] = "Informativo",
        ["conforme"] = "Conforme",
        ["ambito"] = "Ambito",
        ["distretto"] = "Distretto",
        ["ats"] = "ATS",
        ["rete"] = "Rete",
        ["sede"] = "Sede",
        ["regione"] = "Regione",
        ["comune"] = "Comune",
        ["spoke"] = "Nuovo Spoke",
        ["hub"] = "Nuova manifestazione di interesse",
        ["entro"] = "entro il limite",
        ["oltre"] = "oltre il limite",
        ["incerto"] = "incerto",
        ["rimodulazione"] = "rimodulazione delle progettualità esistenti",
        ["nuovo_avviso"] = "nuovo avviso",
        ["dimostrative"] = "dimostrative (inventate)",
        ["note"] = "note da pagine pubbliche",
        ["mie"] = "caricate dall'ente (mie)",
        ["non_rispettato"] = "non rispettato",
        ["eccezione_scaduta"] = "eccezione scaduta",
    };

    private static readonly Dictionary<string, string> _measures = new(StringComparer.Ordinal)
    {
        ["assegnazione_eur"] = "Assegnazione, euro",
        ["contributi_eur"] = "Contributi alle reti, euro",
        ["hub"] = "Hub",
        ["spoke"] = "Spoke",
        ["residenti"] = "Residenti",
        ["rilievi_non_conformi"] = "Rilievi non conformi",
        ["rilievi_non_dichiarati"] = "Rilievi non dichiarati",
        ["soddisfa_r1"] = "Ha una sede (R1): 1 sì, 0 no",
        ["tetto_progetto_eur"] = "Massimo per progetto, euro",
        ["minuti_medi"] = "Minuti medi",
        ["minuti_mediana"] = "Minuti, mediana",
        ["minuti_p90"] = "Minuti, 90 su 100",
        ["minuti_max"] = "Minuti, il più lontano",
        ["km_medi"] = "Chilometri medi",
        ["residenti_oltre_limite"] = "Residenti oltre il limite",
        ["quota_oltre_limite_pct"] = "Residenti oltre il limite, %",
        ["comuni_oltre_limite"] = "Comuni oltre il limite",
        ["residenti_non_raggiunti"] = "Residenti che non raggiungono alcuna sede",
    };

    public static string Of(string? word) => word is null ? Figure.Unknown : _words.GetValueOrDefault(word, word);

    /// <summary>A measure of two situations side by side.</summary>
    public static string Measure(string? word) => word is null ? Figure.Unknown : _measures.GetValueOrDefault(word, word);

    /// <summary>Where travel times come from.</summary>
    public static string Travel(string? word) => word switch
    {
        "stima" => "tempi stimati, non calcolati sulla rete stradale",
        "rete" => "tempi calcolati sulla rete stradale",
        "matrice" => "tempi della matrice caricata",
        "server" => "tempi del server delle strade dell’ufficio",
        _ => Of(word),
    };

    public static VerdictWords Verdict(string? word) => Verdicts.FirstOrDefault(v => v.Word == word) ?? Verdicts.First(v => v.Word == "NON_CARICATO");

    public static int VerdictOrder(string? word) => Verdicts.IndexOf(Verdict(word));

    /// <summary><c>a, b e c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : string.Join(", ", items.Take(items.Count - 1)) + " e " + items[^1];

    /// <summary>A count with its noun, masculine: <c>nessun Ambito</c>, <c>1 Ambito</c>, <c>3 Ambiti</c>.</summary>
    public static string Ambiti(int count) => ItalianNumber.Counted(count, "Ambito", "Ambiti");

    public static string Distretti(int count) => ItalianNumber.Counted(count, "Distretto", "Distretti");

    /// <summary>Feminine: <c>nessuna nuova sede</c>.</summary>
    public static string Counted(int count, string one, string many) => count switch
    {
        0 => $"nessuna {one}",
        1 => $"una {one}",
        _ => $"{ItalianNumber.Count(count)} {many}",
    };
}

/// <summary>A verdict on an area.</summary>
/// <param name="Word">In the data.</param>
/// <param name="Letter">On the map, so that colour never stands alone; empty where the sedi are drawn.</param>
/// <param name="Style">Class of its fill.</param>
internal sealed record VerdictWords(string Word, string Letter, string Label, string Meaning, string Style);
