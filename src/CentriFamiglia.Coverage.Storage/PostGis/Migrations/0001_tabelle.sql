-- Tables of the shared store, in the schema "coverage". The schema, the table of scripts and PostGIS itself exist before this script.
create table coverage.stato (
  uno boolean primary key default true check (uno),
  revisione bigint not null
);
insert into coverage.stato (revisione) values (0);

create table coverage.comuni (
  pro_com_t text primary key,
  nome text not null,
  provincia text,
  residenti integer,
  famiglie integer,
  superficie_km2 double precision,
  altitudine_m double precision,
  grado_urbanizzazione integer,
  classe_snai text,
  sede_lon double precision,
  sede_lat double precision,
  sede_fonte text,
  geom geometry(MultiPolygon, 4326) not null
);

create table coverage.ambiti (
  codice text primary key,
  nome text not null,
  ats text not null,
  fonte_stato text not null,
  comuni text[] not null,
  geom geometry(MultiPolygon, 4326) not null
);
create table coverage.distretti (like coverage.ambiti including indexes);
create table coverage.asst (like coverage.ambiti including indexes);
create table coverage.ats (like coverage.ambiti including indexes);

create table coverage.punti (
  id text primary key,
  pro_com_t text not null,
  residenti double precision not null,
  geom geometry(Point, 4326) not null
);

create table coverage.set_sedi (
  nome text primary key,
  completo boolean not null,
  attivo boolean not null
);

create table coverage.reti (
  set_sedi text not null,
  network_id text not null,
  name text not null,
  ats text,
  manager_kind text,
  contribution_eur numeric,
  months integer,
  caregiver_action boolean,
  primary key (set_sedi, network_id)
);

create table coverage.sedi (
  set_sedi text not null,
  site_id text not null,
  name text not null,
  role text not null,
  network_id text,
  manager_kind text,
  pro_com_t text not null,
  opening_hours text,
  wheelchair text,
  spaces text[] not null,
  services text[] not null,
  declared_ambiti text[] not null,
  status text not null,
  precisione text not null,
  dimostrativo boolean not null,
  source text,
  source_date text,
  valid_from date,
  valid_to date,
  geom geometry(Point, 4326) not null,
  primary key (set_sedi, site_id)
);

create table coverage.unita (
  pro_com_t text primary key,
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

-- Collation "C" is the ordinal order in which the program reads the matrix.
create table coverage.matrice (
  da_pro_com_t text collate "C" not null,
  a_pro_com_t text collate "C" not null,
  minuti double precision not null,
  km double precision,
  primary key (da_pro_com_t, a_pro_com_t)
);

create table coverage.matrice_info (
  coppie bigint not null,
  sha256 text not null,
  fonte text
);

create table coverage.documenti (
  chiave text primary key,
  testo text not null
);

-- Compressing boundaries costs several times the time of writing them.
alter table coverage.comuni alter column geom set storage external;
alter table coverage.ambiti alter column geom set storage external;
alter table coverage.distretti alter column geom set storage external;
alter table coverage.asst alter column geom set storage external;
alter table coverage.ats alter column geom set storage external;

create index comuni_geom on coverage.comuni using gist (geom);
create index ambiti_geom on coverage.ambiti using gist (geom);
create index distretti_geom on coverage.distretti using gist (geom);
create index asst_geom on coverage.asst using gist (geom);
create index ats_geom on coverage.ats using gist (geom);
create index punti_geom on coverage.punti using gist (geom);
create index sedi_geom on coverage.sedi using gist (geom);
