-- A list is declared complete for one ATS or more, no longer as a whole: what was complete stays so for every ATS of the memberships.
alter table set_sedi add column completo_per text not null default '[]';
update set_sedi
set completo_per = (select json_group_array(ats) from (select distinct ats from unita where trim(ats) <> '' order by ats))
where completo;
alter table set_sedi drop column completo;
