-- The fingerprint of each table's rows as they were last written, and a mark of every change: what was restored or edited elsewhere is seen.
-- The triggers that call the function are added after this script.
alter table coverage.stato add column epoca text not null default '';

create table coverage.impronte (
  tabella text primary key,
  righe bigint not null,
  impronta text not null,
  modificata boolean not null
);

-- Every read asks for the fingerprints: who may use the state may use them.
do $$
declare
  given record;
begin
  for given in
    select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end as who, a.privilege_type as what
    from pg_class c, aclexplode(c.relacl) a where c.oid = 'coverage.stato'::regclass and a.grantee <> c.relowner
  loop
    execute format('grant %s on coverage.impronte to %s', given.what, given.who);
  end loop;
end
$$;

-- Runs as its owner: who may edit a table need not be able to write the state. Before the statement, so that editors and imports take their
-- locks in the same order.
create function coverage.segna_modifica() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(current_setting('coverage.scrittura', true), '') <> 'si' then
    update coverage.stato set revisione = revisione + 1, epoca = gen_random_uuid()::text;
    update coverage.impronte set modificata = true where tabella = tg_table_name and not modificata;
  end if;
  return null;
end
$$;
