-- The fingerprint of each table's rows as they were last written, and a mark of every change: what was restored, swapped or edited elsewhere
-- is seen. The triggers that raise the revision are added after this script.
alter table coverage_stato add column epoca TEXT not null default '';

create table coverage_impronte (
  fid INTEGER primary key not null,
  tabella TEXT not null unique,
  righe INTEGER not null,
  impronta TEXT not null,
  modificata BOOLEAN not null
);
insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('coverage_impronte', 'attributes', 'coverage_impronte', 'Impronta di ogni tabella all''ultima scrittura del programma', null);
