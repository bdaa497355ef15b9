using System.Text;

namespace CentriFamiglia.Coverage.Geodata.Output;

/// <summary>The page that stands in <c>geodata/</c>.</summary>
internal static class Readme
{
    public static string Text(TerritoryContent content)
    {
        var text = new StringBuilder("""
            # Dati forniti con il programma
            Questa cartella è fatta dal comando `coverage geodata build SORGENTI -o geodata`: non si modifica a mano.
            GeoJSON (RFC 7946, WGS84, un oggetto per riga) e CSV (virgola, punto decimale, UTF-8). Le stesse sorgenti danno gli stessi byte.
            I CSV hanno le colonne dell'importazione e si possono reimportare.


            """);
        text.Append(CultureInfo.InvariantCulture, $"{content.Comuni.Length} comuni, {content.Comuni.Sum(c => c.Residents)} residenti al 1 gennaio 2023, ");
        text.Append(string.Join(", ", content.Areas.CountBy(a => a.Level).Select(l => $"{l.Value} {Plural(l.Key)}"))).Append(".\n\n");
        text.Append("| file | contenuto | fonte | licenza | data | stato | trattamento |\n|---|---|---|---|---|---|---|\n");
        foreach (SourceList p in SourceList.All.Concat(SourceList.Drawn))
            text.Append(CultureInfo.InvariantCulture, $"| `{p.File}` | {p.Title} | {p.Source} | {p.Licence} | {p.Date} | {p.Evidence} | {p.Treatment} |\n");
        text.Append("""

            **Da tenere presente.** Le sedi dimostrative sono inventate. I centri noti sono un campione non uniforme e non un elenco completo.
            L'appartenenza ad Ambiti e Distretti non viene da una tabella ufficiale: ogni riga dice quanto è provata. I tempi di viaggio sono
            una stima, con l'errore e la fascia scritti in `stima-viaggio.json`. I poligoni dei comuni comprendono i laghi. Laghi, fiumi e linee dei confini servono
            a disegnare lo sfondo della mappa, e i laghi a dire alla stima che cosa sta fra due luoghi: le rive sono giuste entro qualche centinaio di metri.

            """);
        return text.ToString();
    }

    private static string Plural(AreaLevel level) => level switch
    {
        AreaLevel.Ambito => "Ambiti",
        AreaLevel.Distretto => "Distretti",
        AreaLevel.Asst => "ASST",
        _ => "ATS",
    };
}
