namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>The statements of the jobs. Times are the database's own, so that clocks of servers that differ do not count.</summary>
internal static class PostGisJobSql
{
    private const string Columns =
        """
        l.id, l.chi, l.domanda, l.mostrata, l.processo, l.documento, l.stato, l.presa, l.cadute, l.chiesto, l.iniziato, l.finito, clock_timestamp(),
        case when l.stato = 'in_attesa'
          then (select count(*) from coverage.lavori p where p.stato = 'in_attesa' and (p.chiesto, p.id) < (l.chiesto, l.id))::int end,
        l.fatto, l.totale, l.problema
        """;

    /// <summary>How long one that waits or has ended is kept.</summary>
    private const string Kept = "interval '24 hours'";

    private const string Tell = $"select true, pg_notify('{PostGisSql.JobsChannel}', '')";

    public const string IsOpen =
        "select has_table_privilege('coverage.lavori', 'select') and has_table_privilege('coverage.lavori', 'insert') and has_table_privilege('coverage.lavori', 'update') "
        + "and has_table_privilege('coverage.lavori', 'delete') and not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off'";

    public const string Add =
        $"""
        with nuovo as (
          insert into coverage.lavori (id, chi, domanda, mostrata, processo, documento, scade)
          select $1, $2, $3, $4, $5, $6, clock_timestamp() + {Kept}
          where (select count(*) from coverage.lavori where stato = 'in_attesa') < $7
          returning id)
        {Tell} from nuovo
        """;

    public const string Find = $"select {Columns} from coverage.lavori l where l.id = $1";

    public const string All = $"select {Columns} from coverage.lavori l order by l.chiesto desc, l.id";

    public const string Result = "select l.tipo, l.nome_file, l.risultato, l.non_aggiornato_dal, l.problema from coverage.lavori l where l.id = $1 and l.finito is not null";

    /// <summary>A row that another server is taking at this moment is passed over, not waited for.</summary>
    public const string Take =
        $"""
        update coverage.lavori l
        set stato = 'in_corso', server = $1, presa = presa + 1, battito = clock_timestamp(), iniziato = coalesce(iniziato, clock_timestamp()),
          fatto = null, totale = null, cadute = cadute + (stato = 'in_corso')::int
        where l.id = (
          select p.id from coverage.lavori p
          where p.stato = 'in_attesa' or (p.stato = 'in_corso' and p.battito < clock_timestamp() - $2::interval)
          order by (select count(*) from coverage.lavori q where q.chi = p.chi and q.stato = 'in_corso'), p.chiesto, p.id
          limit 1 for update of p skip locked)
        returning {Columns}
        """;

    public const string Beat =
        """
        update coverage.lavori l set battito = clock_timestamp(), fatto = nullif(b.fatto, 0), totale = nullif(b.totale, 0)
        from unnest($2::text[], $3::int[], $4::int[], $5::int[]) as b(id, presa, fatto, totale)
        where l.id = b.id and l.server = $1 and l.presa = b.presa and l.stato = 'in_corso'
        returning l.id
        """;

    public const string End =
        $"""
        with finito as (
          update coverage.lavori set stato = $4, finito = clock_timestamp(), scade = clock_timestamp() + {Kept}, tipo = $5, nome_file = $6, risultato = $7,
            non_aggiornato_dal = $8, problema = $9
          where id = $1 and server = $2 and presa = $3 and stato = 'in_corso'
          returning id)
        {Tell} from finito
        """;

    public const string GiveBack =
        $"""
        with reso as (
          update coverage.lavori set stato = 'in_attesa', server = null, battito = null
          where server = $1 and stato = 'in_corso' and ($2::text is null or (id = $2 and presa = $3))
          returning id)
        {Tell} from reso
        """;

    public const string Stop =
        $"""
        with fermato as (
          update coverage.lavori set stato = 'annullata', finito = coalesce(finito, clock_timestamp()), scade = clock_timestamp() + interval '15 minutes', risultato = null
          where id = $1 and stato <> 'annullata'
          returning id)
        {Tell} from fermato
        """;

    public const string Forget = "delete from coverage.lavori where id = $1 and finito is not null";

    public const string Sweep =
        """
        delete from coverage.lavori
        where (scade < clock_timestamp() and (stato <> 'in_corso' or battito < clock_timestamp() - interval '1 minute'))
          or id in (select id from coverage.lavori where finito is not null order by finito desc offset 512)
        """;
}
