-- The ATS that a scenario, an analysis, a decision is of; none for the whole region's.
alter table coverage.carte add column ats text;

-- What the service may do on behalf of a person is said in settings of the transaction, and in that transaction it is the role coverage_persona, to which
-- alone these rules apply: who edits with another user is ruled by that user's grants, as before.
create function coverage.puo_scrivere(cosa text, di text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select cosa = any (string_to_array(coalesce(current_setting('coverage.scrive_tutte', true), ''), '|'))
    or (di is not null
      and cosa = any (string_to_array(coalesce(current_setting('coverage.scrive_sue', true), ''), '|'))
      and di = any (string_to_array(coalesce(current_setting('coverage.ats', true), ''), '|')))
$$;

create function coverage.puo_leggere_bozza(di text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case current_setting('coverage.legge_bozze', true)
    when 'tutte' then true
    when 'propria_ats' then di is not null and di = any (string_to_array(coalesce(current_setting('coverage.ats', true), ''), '|'))
    else false
  end
$$;

-- Frozen bytes are as open as what is said of them. Runs as its owner: the head may be a row that the asker does not see.
create function coverage.puo_leggere_contenuto(di text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from coverage.carte where genere = 'analisi' and chiave = di and (chiusa or coverage.puo_leggere_bozza(ats)))
$$;

create function coverage.puo_scrivere_sede(insieme text, comune text, rete text, stato_sede text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select bool_and(coverage.puo_scrivere('territorio', di) or (stato_sede = 'planned' and coverage.puo_scrivere('decisione', di)))
  from (
    select (select ats from coverage.unita where pro_com_t = comune) as di
    union all
    select ats from coverage.reti where set_sedi = insieme and network_id = rete and ats is not null
  ) as sua
$$;

-- A closed analysis is one that is published; frozen bytes are written with what is said of them.
create function coverage.puo_scrivere_carta(genere text, chiusa boolean, di text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coverage.puo_scrivere(case when genere = 'analisi' and chiusa then 'pubblica' when genere = 'contenuto' then 'analisi' else genere end, di)
$$;

alter table coverage.reti enable row level security;
alter table coverage.sedi enable row level security;
alter table coverage.unita enable row level security;
alter table coverage.dichiarazioni enable row level security;
alter table coverage.carte enable row level security;
alter table coverage.documenti enable row level security;
alter table coverage.registro enable row level security;

create policy coverage_legge on coverage.reti for select using (true);
create policy coverage_legge on coverage.sedi for select using (true);
create policy coverage_legge on coverage.unita for select using (true);
create policy coverage_legge on coverage.dichiarazioni for select using (true);
create policy coverage_legge on coverage.documenti for select using (true);
create policy coverage_legge on coverage.registro for select using (current_user <> 'coverage_persona' or current_setting('coverage.legge_registro', true) = 'si');
create policy coverage_legge on coverage.carte for select using (
  current_user <> 'coverage_persona'
  or (genere = 'analisi' and chiusa)
  or genere = 'decisione'
  or (genere = 'contenuto' and coverage.puo_leggere_contenuto(chiave))
  or (genere = 'legame' and coverage.puo_scrivere('legame', ats))
  or (genere in ('analisi', 'scenario') and coverage.puo_leggere_bozza(ats)));

create policy coverage_scrive on coverage.reti for all using (current_user <> 'coverage_persona' or coverage.puo_scrivere('territorio', ats));
create policy coverage_scrive on coverage.unita for all using (current_user <> 'coverage_persona' or coverage.puo_scrivere('territorio', ats));
create policy coverage_scrive on coverage.dichiarazioni for all using (
  current_user <> 'coverage_persona' or coverage.puo_scrivere('territorio', ats) or coverage.puo_scrivere('decisione', ats));
create policy coverage_scrive on coverage.sedi for all using (
  current_user <> 'coverage_persona' or coverage.puo_scrivere_sede(set_sedi, pro_com_t, network_id, status));
-- The exceptions of every ATS are one text: whose each is, the program judges.
create policy coverage_scrive on coverage.documenti for all using (
  current_user <> 'coverage_persona' or coverage.puo_scrivere('regole', null)
  or (chiave = 'eccezioni' and 'decisione' = any (string_to_array(
    concat_ws('|', current_setting('coverage.scrive_tutte', true), current_setting('coverage.scrive_sue', true)), '|'))));
create policy coverage_aggiunge on coverage.registro for insert with check (true);
create policy coverage_aggiunge on coverage.carte for insert with check (current_user <> 'coverage_persona' or coverage.puo_scrivere_carta(genere, chiusa, ats));
create policy coverage_cambia on coverage.carte for update using (current_user <> 'coverage_persona' or coverage.puo_scrivere_carta(genere, chiusa, ats));

-- Makes the role, once for the whole server, and lets it use the tables. Who may not make roles leaves it to whoever may.
create function coverage.prepara_persona() returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from pg_roles where rolname = 'coverage_persona') then
    begin
      create role coverage_persona nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then return false;
    end;
  end if;
  grant usage on schema coverage to coverage_persona;
  grant select, insert, update, delete on all tables in schema coverage to coverage_persona;
  revoke insert, update, delete on coverage.migrazioni from coverage_persona;
  if not pg_has_role(current_user, 'coverage_persona', 'member') then
    execute format('grant coverage_persona to %I', current_user);
  end if;
  return true;
exception
  when insufficient_privilege then return false;
end
$$;
select coverage.prepara_persona();
