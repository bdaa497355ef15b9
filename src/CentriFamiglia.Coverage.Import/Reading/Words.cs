namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The words under which the values of one list are read from a planner's file; the first word of each is the one that is written.</summary>
internal sealed class Words<T>
    where T : notnull
{
    private readonly Dictionary<string, T> _read = new(StringComparer.Ordinal);

    public Words(params (T Value, string[] Words)[] values)
    {
        Accepted = string.Join(", ", values.DistinctBy(v => v.Value).Select(v => v.Words[0]));
        foreach ((T value, string[] words) in values)
        {
            foreach (string word in words)
                _read.TryAdd(HeaderText.Normalise(word), value);
        }
    }

    /// <summary>For messages: the words that exports write.</summary>
    public string Accepted { get; }

    public bool TryRead(string text, out T value) => _read.TryGetValue(HeaderText.Normalise(text), out value!);
}

/// <summary>The lists of words of the imports: those of the domain, and what offices write for them.</summary>
internal static class Words
{
    public static Words<SiteRole> Role { get; } = new([
        .. Vocabulary.Role.Entries,
        (SiteRole.Hub, ["capofila", "sede hub", "centro hub", "h"]),
        (SiteRole.Spoke, ["partner", "sede spoke", "centro spoke", "s"]),
        (SiteRole.NotDeclared, ["non dichiarata", "sconosciuto", "non noto", "n.d."])]);

    public static Words<SiteStatus> Status { get; } = new([
        .. Vocabulary.Status.Entries,
        (SiteStatus.Active, ["attivo", "attiva", "aperto", "aperta", "in funzione", "operativo", "operativa", "si", "yes", "true", "1"]),
        (SiteStatus.Planned, ["previsto", "prevista", "programmato", "programmata", "in programma", "in apertura", "da aprire"]),
        (SiteStatus.Closed, ["chiuso", "chiusa", "cessato", "cessata", "dismesso", "dismessa", "non attivo", "non attiva", "no", "false", "falso", "0"])]);

    public static Words<SitePrecision> Precision { get; } = new([
        .. Vocabulary.Precision.Entries,
        (SitePrecision.Point, ["point", "indirizzo", "esatta"]),
        (SitePrecision.Comune, ["sede comunale", "municipio"])]);

    public static Words<bool> YesNo { get; } = new([
        .. Vocabulary.YesNo.Entries,
        (true, ["yes", "true", "vero", "1", "s", "y", "x"]),
        (false, ["false", "falso", "0", "n"])]);

    public static Words<string> Wheelchair { get; } = new(
        ("yes", ["yes", "si", "true", "vero", "accessibile", "totale", "completa", "1"]),
        ("limited", ["limited", "limitato", "limitata", "parziale", "parzialmente", "in parte"]),
        ("no", ["no", "false", "falso", "non accessibile", "assente", "0"]));

    public static Words<EvidenceStatus> Evidence { get; } = new([
        .. Vocabulary.Evidence.Entries,
        (EvidenceStatus.Listed, ["elencato", "elencata", "documentato", "documentata"]),
        (EvidenceStatus.Inferred, ["dedotto", "dedotta"]),
        (EvidenceStatus.Unverified, ["non verificato", "non verificata", "da verificare"])]);

    public static Words<SnaiClass> Snai { get; } = new([.. Vocabulary.Snai.Entries]);
}
