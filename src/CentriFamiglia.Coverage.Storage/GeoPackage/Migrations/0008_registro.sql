-- What was made of the territory (scenarios, frozen analyses, decisions), and the register of every change, whose entries hold each the hash of the
-- one before.
alter table coverage_stato add column voci INTEGER not null default 0;
alter table coverage_stato add column testa TEXT not null default '';

create table coverage_carte (
  fid INTEGER primary key not null,
  genere TEXT not null,
  chiave TEXT not null,
  versione INTEGER not null,
  chiusa BOOLEAN not null,
  testo TEXT not null,
  unique (genere, chiave)
);
create table coverage_registro (
  fid INTEGER primary key not null,
  numero INTEGER not null unique,
  quando TEXT not null,
  chi TEXT not null,
  azione TEXT not null,
  oggetto TEXT not null,
  prima TEXT,
  dopo TEXT,
  revisione INTEGER not null,
  precedente TEXT not null,
  impronta TEXT not null
);
insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('coverage_carte', 'attributes', 'coverage_carte', 'Scenari, analisi congelate, decisioni', null),
  ('coverage_registro', 'attributes', 'coverage_registro', 'Registro delle modifiche: si legge, non si cambia', null);

create trigger coverage_registro_fisso_update before update on coverage_registro begin select raise(abort, 'coverage: il registro non si modifica'); end;
create trigger coverage_registro_fisso_delete before delete on coverage_registro begin select raise(abort, 'coverage: il registro non si modifica'); end;
create trigger coverage_carte_fisse_update before update on coverage_carte when old.chiusa begin select raise(abort, 'coverage: in sola lettura'); end;
create trigger coverage_carte_fisse_delete before delete on coverage_carte begin select raise(abort, 'coverage: non si cancella'); end;
