-- What was made of the territory (scenarios, frozen analyses, decisions), and the register of every change, whose entries hold each the hash of the
-- one before.
alter table coverage.stato add column voci integer not null default 0;
alter table coverage.stato add column testa text not null default '';

create table coverage.carte (
  genere text collate "C" not null,
  chiave text collate "C" not null,
  versione integer not null,
  chiusa boolean not null,
  testo text not null,
  primary key (genere, chiave)
);
create table coverage.registro (
  numero integer primary key,
  quando text not null,
  chi text not null,
  azione text not null,
  oggetto text not null,
  prima text,
  dopo text,
  revisione bigint not null,
  precedente text not null,
  impronta text not null
);

-- Who may use the state may use them.
do $$
declare
  given record;
begin
  for given in
    select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end as who, a.privilege_type as what
    from pg_class c, aclexplode(c.relacl) a where c.oid = 'coverage.stato'::regclass and a.grantee <> c.relowner
  loop
    execute format('grant %s on coverage.carte to %s', given.what, given.who);
    execute format('grant %s on coverage.registro to %s', given.what, given.who);
  end loop;
end
$$;

create function coverage.sola_lettura() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'carte' then
    if not old.chiusa then
      return new;
    end if;
  end if;
  raise exception 'coverage: questa riga si legge, non si cambia';
end
$$;
create trigger coverage_fissa before update or delete on coverage.registro for each row execute function coverage.sola_lettura();
create trigger coverage_fissa before update or delete on coverage.carte for each row execute function coverage.sola_lettura();
create trigger coverage_intera before truncate on coverage.registro for each statement execute function coverage.sola_lettura();
create trigger coverage_intera before truncate on coverage.carte for each statement execute function coverage.sola_lettura();
