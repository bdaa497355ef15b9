-- Servers that share the database hear of a change when it is committed; searches that go on by themselves are kept, and any of the servers computes them.

-- Deferred, and with the state as it is at the end: one notice for a transaction, however many statements it has. Notices are sent at the commit.
create function coverage.avvisa() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('coverage', s.revisione || '.' || s.epoca || '.' || d.oid) from coverage.stato s, pg_database d where d.datname = current_database();
  return null;
end
$$;
create constraint trigger coverage_avviso after update of revisione, epoca on coverage.stato
  deferrable initially deferred for each row execute function coverage.avvisa();

-- domanda is the address that asks it again. presa counts how often a server took it: with the server's name it tells a run from the one that replaced it.
-- cadute counts the servers that fell silent over it.
create table coverage.lavori (
  id text collate "C" primary key,
  chi text not null,
  domanda text not null,
  mostrata text not null,
  processo text,
  documento boolean not null default false,
  stato text not null default 'in_attesa' check (stato in ('in_attesa', 'in_corso', 'finita', 'fallita', 'annullata')),
  chiesto timestamptz not null default now(),
  iniziato timestamptz,
  finito timestamptz,
  scade timestamptz not null,
  server text,
  presa integer not null default 0,
  cadute integer not null default 0,
  battito timestamptz,
  fatto integer,
  totale integer,
  tipo text,
  nome_file text,
  non_aggiornato_dal timestamptz,
  risultato bytea,
  problema text
);
create index lavori_da_fare on coverage.lavori (chiesto) where stato in ('in_attesa', 'in_corso');

-- Who may use the state may use them.
do $$
declare
  given record;
begin
  for given in
    select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end as who, a.privilege_type as what
    from pg_class c, aclexplode(c.relacl) a where c.oid = 'coverage.stato'::regclass and a.grantee <> c.relowner
  loop
    execute format('grant %s on coverage.lavori to %s', given.what, given.who);
  end loop;
end
$$;
