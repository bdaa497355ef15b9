-- Tables of the embedded store. The GeoPackage's own tables (gpkg_*) exist before this script; spatial indexes are added after it.
create table coverage_stato (
  fid integer primary key not null,
  revisione integer not null
);
insert into coverage_stato (fid, revisione) values (1, 0);

create table comuni (
  fid integer primary key not null,
  pro_com_t text not null unique,
  nome text not null,
  provincia text,
  residenti integer,
  famiglie integer,
  superficie_km2 double,
  altitudine_m double,
  grado_urbanizzazione integer,
  classe_snai text,
  sede_lon double,
  sede_lat double,
  sede_fonte text,
  geom multipolygon not null
);

create table ambiti (
  fid integer primary key not null,
  codice text not null unique,
  nome text not null,
  ats text not null,
  fonte_stato text not null,
  comuni text not null,
  geom multipolygon not null
);

create table distretti (
  fid integer primary key not null,
  codice text not null unique,
  nome text not null,
  ats text not null,
  fonte_stato text not null,
  comuni text not null,
  geom multipolygon not null
);

create table asst (
  fid integer primary key not null,
  codice text not null unique,
  nome text not null,
  ats text not null,
  fonte_stato text not null,
  comuni text not null,
  geom multipolygon not null
);

create table ats (
  fid integer primary key not null,
  codice text not null unique,
  nome text not null,
  ats text not null,
  fonte_stato text not null,
  comuni text not null,
  geom multipolygon not null
);

create table punti (
  fid integer primary key not null,
  id text not null unique,
  pro_com_t text not null,
  residenti double not null,
  geom point not null
);

create table sedi (
  fid integer primary key not null,
  set_sedi text not null,
  site_id text not null,
  name text not null,
  role text not null,
  network_id text,
  manager_kind text,
  pro_com_t text not null,
  opening_hours text,
  wheelchair text,
  spaces text not null,
  services text not null,
  declared_ambiti text not null,
  status text not null,
  precisione text not null,
  dimostrativo boolean not null,
  source text,
  source_date text,
  valid_from date,
  valid_to date,
  geom point not null,
  unique (set_sedi, site_id)
);

create table set_sedi (
  fid integer primary key not null,
  nome text not null unique,
  completo boolean not null,
  attivo boolean not null
);

-- contribution_eur is text: a double would lose the cents' exact form.
create table reti (
  fid integer primary key not null,
  set_sedi text not null,
  network_id text not null,
  name text not null,
  ats text,
  manager_kind text,
  contribution_eur text,
  months integer,
  caregiver_action boolean,
  unique (set_sedi, network_id)
);

create table unita (
  fid integer primary key not null,
  pro_com_t text not null unique,
  ats text not null,
  asst text,
  distretto text,
  ambito text,
  ambito_status text not null,
  distretto_status text not null,
  source text,
  source_date text,
  valid_from date,
  valid_to date
);

create table matrice (
  fid integer primary key not null,
  da_pro_com_t text not null,
  a_pro_com_t text not null,
  minuti double not null,
  km double,
  unique (da_pro_com_t, a_pro_com_t)
);

create table matrice_info (
  fid integer primary key not null,
  coppie integer not null,
  sha256 text not null,
  fonte text
);

create table documenti (
  fid integer primary key not null,
  chiave text not null unique,
  testo text not null
);

insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('comuni', 'features', 'comuni', 'Comuni: confine, residenti, sede comunale', 4326),
  ('ambiti', 'features', 'ambiti', 'Ambiti territoriali sociali, uniti dai comuni', 4326),
  ('distretti', 'features', 'distretti', 'Distretti, uniti dai comuni', 4326),
  ('asst', 'features', 'asst', 'ASST, unite dai comuni', 4326),
  ('ats', 'features', 'ats', 'ATS, unite dai comuni', 4326),
  ('punti', 'features', 'punti', 'Punti di domanda importati', 4326),
  ('sedi', 'features', 'sedi', 'Sedi dei Centri per la Famiglia, per insieme di sedi', 4326),
  ('set_sedi', 'attributes', 'set_sedi', 'Insiemi di sedi e quale è attivo', null),
  ('reti', 'attributes', 'reti', 'Reti (progettualità), per insieme di sedi', null),
  ('unita', 'attributes', 'unita', 'Appartenenza dei comuni ad ATS, ASST, Distretto e Ambito', null),
  ('matrice', 'attributes', 'matrice', 'Matrice dei tempi di viaggio importata', null),
  ('matrice_info', 'attributes', 'matrice_info', 'Impronta della matrice importata', null),
  ('documenti', 'attributes', 'documenti', 'Coefficienti e fonti', null),
  ('coverage_stato', 'attributes', 'coverage_stato', 'Revisione dell''archivio', null),
  ('coverage_migrazioni', 'attributes', 'coverage_migrazioni', 'Script di schema applicati', null);

insert into gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) values
  ('comuni', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('ambiti', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('distretti', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('asst', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('ats', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('punti', 'geom', 'POINT', 4326, 0, 0),
  ('sedi', 'geom', 'POINT', 4326, 0, 0);
