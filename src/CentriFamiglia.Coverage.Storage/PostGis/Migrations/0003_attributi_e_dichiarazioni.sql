-- What sedi and networks say of themselves by sections 2.1, 3.2, 3.3 and 4 of the act, and what each ATS declares. Absent means not declared.
alter table coverage.sedi add column address text;
alter table coverage.sedi add column phone text;
alter table coverage.sedi add column email text;
alter table coverage.sedi add column web text;
alter table coverage.sedi add column operators integer;
alter table coverage.sedi add column staff text[] not null default '{}';
alter table coverage.sedi add column protocols text[] not null default '{}';
alter table coverage.sedi add column service_charter boolean;

alter table coverage.reti add column acceptance_date date;
alter table coverage.reti add column start_date date;
alter table coverage.reti add column end_date date;
alter table coverage.reti add column extension_date date;
alter table coverage.reti add column partners text[] not null default '{}';
alter table coverage.reti add column partner_count integer;

create table coverage.dichiarazioni (
  ats text primary key,
  residui_eur numeric,
  speso_eur numeric,
  condivisa date
);
