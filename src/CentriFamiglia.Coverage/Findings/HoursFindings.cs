using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Territory.Hours;

namespace CentriFamiglia.Coverage.Findings;

/// <summary>R8: weekly hours of each network, in both readings; the configured one gives the verdict.</summary>
internal static class HoursFindings
{
    private const int Eight = 8 * 60;
    private const int Evening = 18 * 60;
    private const int Twenty = 20 * 60;
    private const int Saturday = 5;

    public static IEnumerable<ActFinding> Evaluate(FindingContext context) =>
        context.Networks.Select(n => context.OfNetwork("R8", n, Hours(context.Rules.Service, n, context.Snapshot.IsCompleteFor(n.Network))));

    private static Judgement Hours(ServiceParameters wanted, NetworkView network, bool complete)
    {
        Site[] sites = [.. network.Sites.Select(s => s.Site)];
        (Site Site, OpeningHoursReading Reading)[] read = [.. sites.Where(s => s.OpeningHours is not null).Select(s => (s, OpeningHours.Parse(s.OpeningHours!)))];
        WeekSchedule[] weeks = [.. read.Select(r => r.Reading.Schedule).OfType<WeekSchedule>()];
        string[] silent = [.. sites.Where(s => s.OpeningHours is null).Select(s => s.Id.Value)];
        string[] unread = [.. read.Where(r => r.Reading.Schedule is null).Select(r => r.Site.Id.Value)];
        string[] partly = [.. read.Where(r => r.Reading is { Schedule: not null, Partial: true }).Select(r => r.Site.Id.Value)];
        NetworkHours said = NetworkHours.Of(weeks), sure = NetworkHours.Of([.. read.Select(r => r.Reading.Certain)]);
        WeekSchedule together = said.Together;
        ImmutableArray<FindingFigure> figures =
        [
            new("ore_somma", said.Sum), new("ore_unione", said.Union), new("ore_minime", wanted.MinWeeklyHours),
            new("sedi", sites.Length), new("sedi_senza_orario", silent.Length), new("sedi_con_orario_non_letto", unread.Length),
            new("sedi_con_orario_letto_in_parte", partly.Length),
            new("quota_8_20_pct", together.Minutes > 0 ? 100.0 * together.MinutesBetween(Eight, Twenty) / together.Minutes : null),
            new("minuti_dopo_le_18", together.MinutesBetween(Evening, WeekSchedule.MinutesPerDay)),
            new("minuti_sabato", together.MinutesBetween(0, WeekSchedule.MinutesPerDay, Saturday)),
        ];
        (double counted, double certain, double otherwise, string reading) = wanted.Reading == HoursReading.Sum
            ? (said.Sum, sure.Sum, said.Union, "somma delle ore delle sedi")
            : (said.Union, sure.Union, said.Sum, "unione degli intervalli");
        string told = string.Concat(read.SelectMany(r => r.Reading.Notes).Distinct(StringComparer.Ordinal).Select(n => " " + n));
        if (counted >= wanted.MinWeeklyHours != otherwise >= wanted.MinWeeklyHours)
            told = $" Con l'altra lettura l'esito sarebbe diverso.{told}";
        if (certain >= wanted.MinWeeklyHours)
            return Judgement.Fine($"Le ore dichiarate bastano ({reading}).{told}", figures);
        if (counted >= wanted.MinWeeklyHours)
        {
            return Judgement.Unsaid(
                $"Le ore dichiarate bastano ({reading}) solo con orari letti in parte, che potrebbero essere meno: {string.Join(", ", partly)}.{told}",
                "Scrivere per intero gli orari di quelle sedi.", figures);
        }

        if (sites.Length == 0 || weeks.Length == 0)
            return Judgement.Unsaid($"Nessuna sede attiva della rete dichiara un orario leggibile.{told}", "Compilare la colonna opening_hours delle sedi.", figures);
        if (silent.Length + unread.Length + partly.Length > 0 || !complete)
        {
            string why = silent.Length + unread.Length > 0 ? $"mancano gli orari di {string.Join(", ", silent.Concat(unread))}"
                : partly.Length > 0 ? $"sono letti solo in parte quelli di {string.Join(", ", partly)}"
                : "l'elenco delle sedi non è dichiarato completo";
            return Judgement.Unsaid($"Le ore dichiarate non bastano ({reading}), ma {why}.{told}", "Completare gli orari e l'elenco delle sedi.", figures);
        }

        return Judgement.Broken($"Le ore dichiarate non bastano ({reading}).{told}", "Ampliare gli orari delle sedi della rete.", figures);
    }
}
