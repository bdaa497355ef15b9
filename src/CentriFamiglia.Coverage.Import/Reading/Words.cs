using System.Collections.Immutable;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>The words that stand for the values of one list; the first word of each value is the one that exports write.</summary>
internal sealed class Words<T>
    where T : notnull
{
    private readonly ImmutableArray<(T Value, string Written)> _written;
    private readonly Dictionary<string, T> _read = new(StringComparer.Ordinal);

    public Words(params (T Value, string[] Words)[] values)
    {
        _written = [.. values.Select(v => (v.Value, v.Words[0]))];
        foreach ((T value, string[] words) in values)
        {
            foreach (string word in words)
                _read.Add(HeaderText.Normalise(word), value);
        }
    }

    /// <summary>For messages: the words that exports write.</summary>
    public string Accepted => string.Join(", ", _written.Select(w => w.Written));

    public bool TryRead(string text, out T value) => _read.TryGetValue(HeaderText.Normalise(text), out value!);

    public string Write(T value) => _written.First(w => w.Value.Equals(value)).Written;
}

/// <summary>The lists of words of the imports.</summary>
internal static class Words
{
    public static Words<SiteRole> Role { get; } = new(
        (SiteRole.Hub, ["hub", "capofila", "sede hub", "centro hub", "h"]),
        (SiteRole.Spoke, ["spoke", "partner", "sede spoke", "centro spoke", "s"]),
        (SiteRole.NotDeclared, ["non dichiarato", "non dichiarata", "unknown", "sconosciuto", "non noto", "n.d."]));

    public static Words<SiteStatus> Status { get; } = new(
        (SiteStatus.Active, ["active", "attivo", "attiva", "aperto", "aperta", "in funzione", "operativo", "operativa", "si", "yes", "true", "1"]),
        (SiteStatus.Planned, ["planned", "previsto", "prevista", "programmato", "programmata", "in programma", "in apertura", "da aprire"]),
        (SiteStatus.Closed, ["closed", "chiuso", "chiusa", "cessato", "cessata", "dismesso", "dismessa", "non attivo", "non attiva"]));

    public static Words<SitePrecision> Precision { get; } = new(
        (SitePrecision.Point, ["punto", "point", "indirizzo", "esatta"]),
        (SitePrecision.Comune, ["comune", "sede comunale", "municipio"]));

    public static Words<bool> YesNo { get; } = new(
        (true, ["si", "yes", "true", "vero", "1", "s", "y", "x"]),
        (false, ["no", "false", "falso", "0", "n"]));

    public static Words<string> Wheelchair { get; } = new(
        ("yes", ["yes", "si", "true", "vero", "accessibile", "totale", "completa", "1"]),
        ("limited", ["limited", "limitato", "limitata", "parziale", "parzialmente", "in parte"]),
        ("no", ["no", "false", "falso", "non accessibile", "assente", "0"]));

    public static Words<EvidenceStatus> Evidence { get; } = new(
        (EvidenceStatus.Listed, ["listed", "elencato", "elencata", "documentato", "documentata"]),
        (EvidenceStatus.Inferred, ["inferred", "dedotto", "dedotta"]),
        (EvidenceStatus.Unverified, ["unverified", "non verificato", "non verificata", "da verificare"]));

    public static Words<SnaiClass> Snai { get; } = new(
        [.. Enum.GetValues<SnaiClass>().Select(c => (c, new[] { c.ToString() }))]);
}
