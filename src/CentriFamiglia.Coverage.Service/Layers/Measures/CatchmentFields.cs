using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Access.Catchments;

namespace CentriFamiglia.Coverage.Service.Layers.Measures;

/// <summary>What the layers of catchments share: the columns of a load, the meta.</summary>
internal static class CatchmentFields
{
    public static IEnumerable<Field<T>> Load<T>(Func<T, CatchmentLoad> load) =>
    [
        new("residenti", ColumnType.Number, "Residenti per cui è la sede (o ha la sede) più vicina, persone.", r => GapFigures.Round(load(r).Residents, 2), 42_000.0),
        new("comuni", ColumnType.Integer, "Comuni che vi vanno, anche in parte.", r => (long)load(r).Comuni, 12L),
        new("famiglie", OrNull.Number, "Famiglie (2020) degli stessi comuni, in proporzione ai residenti; vuoto: per qualche comune non sono note.",
            r => GapFigures.Round(load(r).Families, 2), 18_500.0),
        new("ore_settimanali", OrNull.Number, "Ore settimanali lette, sommate fra le sedi; vuoto: nessuna.", r => GapFigures.Round(load(r).Hours, 2), 15.0),
        new("sedi_con_orari_incerti", ColumnType.Integer, "Sedi dagli orari non dichiarati, non letti o letti in parte.", r => (long)load(r).UncertainHours, 0L),
        new("residenti_per_ora", OrNull.Number, "Residenti per ogni ora settimanale di apertura; vuoto senza ore.", r => GapFigures.Round(load(r).ResidentsPerHour, 2),
            2_800.0),
        new("minuti_medi", OrNull.Number, "Minuti medi, pesati sui residenti.", r => GapFigures.Round(load(r).MeanMinutes, 2), 9.4),
        new("minuti_max", OrNull.Number, "Minuti del punto abitato più lontano.", r => load(r).MaxMinutes, 21.3),
        new("km_medi", OrNull.Number, "Chilometri medi degli stessi viaggi.", r => GapFigures.Round(load(r).MeanKm, 3), 6.1),
        new("residenti_altro_ambito", ColumnType.Number, "Di questi, quelli di un altro Ambito.", r => GapFigures.Round(load(r).FromOtherAmbito, 2), 3_100.0),
        new("residenti_altra_ats", ColumnType.Number, "Di questi, quelli di un'altra ATS.", r => GapFigures.Round(load(r).FromOtherAts, 2), 0.0),
        new("residenti_a_pari_minuti", ColumnType.Number, "Di questi, quelli che hanno un'altra sede altrettanto vicina, al secondo.", r => GapFigures.Round(load(r).Tied, 2), 0.0),
        new("residenti_stessa_ats", ColumnType.Number, "Residenti che avrebbe se ognuno restasse nella propria ATS.", r => GapFigures.Round(load(r).OwnAts, 2), 41_000.0),
        new("residenti_territorio", ColumnType.Number, "Residenti che avrebbe se ognuno andasse solo alle reti che servono il suo Ambito.",
            r => GapFigures.Round(load(r).Territory, 2), 45_000.0),
    ];

    /// <param name="rows">How many rows.</param>
    public static Provenance ProvenanceOf(Analysis analysis, string title, ImmutableArray<PointTrips> trips, int rows)
    {
        TerritorySnapshot snapshot = analysis.Snapshot;
        double Sum(Func<PointTrips, bool> which) => Math.Round(trips.Where(which).Sum(t => t.Residents), 2, MidpointRounding.AwayFromZero);
        double whole = Math.Round(trips.Sum(t => t.Point.Demand.Residents), 2, MidpointRounding.AwayFromZero);
        double unreached = Sum(t => t.Point.Nearest is null), tied = Sum(t => t.Tied);
        double loose = Sum(t => t.Point.Nearest is { Site.Site.Network: null });
        Provenance provenance = new(analysis, title, usesTravel: true, new JsonObject
        {
            ["righe"] = rows,
            ["residenti_regione"] = whole,
            ["residenti_con_sede"] = Sum(t => t.Point.Nearest is not null),
            ["residenti_senza_sede_raggiunta"] = unreached,
            ["residenti_a_pari_minuti"] = tied,
            ["residenti_di_sedi_senza_rete"] = loose,
            ["residenti_senza_sede_nella_propria_ats"] = Sum(t => t.Point.NearestOwnAts is null),
            ["residenti_senza_rete_del_territorio"] = Sum(t => t.Territory is null),
            ["residenti_esclusi"] = Math.Round(whole - Sum(_ => true), 2, MidpointRounding.AwayFromZero),
        });
        return provenance.WithWarnings(Warnings(snapshot, loose));
    }

    private static IEnumerable<string> Warnings(TerritorySnapshot snapshot, double loose)
    {
        yield return "Ognuno va alla sede che raggiunge in meno tempo; a pari secondi per la strada più corta, poi secondo l'identificativo: nessuno è diviso.";
        if (snapshot.Sites.IsEmpty)
            yield return "Nessuna sede attiva: i bacini non sono calcolabili.";
        if (loose > 0)
            yield return "Le sedi senza rete non sono in alcuna riga per rete: vedere residenti_di_sedi_senza_rete.";
        if (snapshot.Comuni.Count(c => c.Families is null) is > 0 and var missing)
            yield return $"Di {missing} comuni non sono note le famiglie: dove contano, la colonna è vuota.";
        if (snapshot.Sites.Select(SiteHours.Of).Count(s => s.Known != HoursKnowledge.Whole) is > 0 and var uncertain)
            yield return $"Di {(uncertain == 1 ? "1 sede" : $"{uncertain} sedi")} gli orari non sono noti per intero: le ore e i residenti per ora contano solo ciò che si legge.";
    }
}
