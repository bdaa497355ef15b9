-- A list is declared complete for one ATS or more, no longer as a whole: what was complete stays so for every ATS of the memberships.
alter table coverage.set_sedi add column completo_per text[] not null default '{}';
update coverage.set_sedi
set completo_per = coalesce((select array_agg(distinct ats) from coverage.unita where trim(ats) <> ''), '{}')
where completo;
alter table coverage.set_sedi drop column completo;
