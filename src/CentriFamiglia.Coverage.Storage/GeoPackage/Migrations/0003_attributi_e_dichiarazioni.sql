-- What sedi and networks say of themselves by sections 2.1, 3.2, 3.3 and 4 of the act, and what each ATS declares. Absent means not declared.
alter table sedi add column address text;
alter table sedi add column phone text;
alter table sedi add column email text;
alter table sedi add column web text;
alter table sedi add column operators integer;
alter table sedi add column staff text not null default '[]';
alter table sedi add column protocols text not null default '[]';
alter table sedi add column service_charter boolean;

alter table reti add column acceptance_date date;
alter table reti add column start_date date;
alter table reti add column end_date date;
alter table reti add column extension_date date;
alter table reti add column partners text not null default '[]';
alter table reti add column partner_count integer;

-- Amounts are text: a double would lose the cents' exact form.
create table dichiarazioni (
  fid integer primary key not null,
  ats text not null unique,
  residui_eur text,
  speso_eur text,
  condivisa date
);
insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('dichiarazioni', 'attributes', 'dichiarazioni', 'Dichiarazioni delle ATS: residui, speso, lettura comune con la Cabina di Regia', null);
