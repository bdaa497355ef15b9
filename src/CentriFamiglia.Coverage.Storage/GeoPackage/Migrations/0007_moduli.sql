-- What a form needs to be filled in by hand in QGIS (extension gpkg_schema): names in words, lists of the words that are taken, and values that
-- a new row has by itself. Neither changes a row; of the definitions only those that this program wrote are touched.
create table if not exists gpkg_data_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  name TEXT,
  title TEXT,
  description TEXT,
  mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
create table if not exists gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL,
  constraint_type TEXT NOT NULL,
  value TEXT,
  min NUMERIC,
  min_is_inclusive BOOLEAN,
  max NUMERIC,
  max_is_inclusive BOOLEAN,
  description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);
insert into gpkg_extensions (table_name, column_name, extension_name, definition, scope)
select t, null, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'
from (select 'gpkg_data_columns' as t union all select 'gpkg_data_column_constraints')
where not exists (select 1 from gpkg_extensions where table_name = t and extension_name = 'gpkg_schema');

insert or ignore into gpkg_data_column_constraints (constraint_name, constraint_type, value, description) values
  ('coverage_ruolo', 'enum', 'hub', 'Hub'),
  ('coverage_ruolo', 'enum', 'spoke', 'Spoke'),
  ('coverage_ruolo', 'enum', 'non_dichiarato', 'non dichiarato'),
  ('coverage_stato_sede', 'enum', 'active', 'attiva'),
  ('coverage_stato_sede', 'enum', 'planned', 'prevista'),
  ('coverage_stato_sede', 'enum', 'closed', 'chiusa'),
  ('coverage_accesso', 'enum', 'yes', 'accessibile'),
  ('coverage_accesso', 'enum', 'limited', 'accessibile in parte'),
  ('coverage_accesso', 'enum', 'no', 'non accessibile'),
  ('coverage_precisione', 'enum', 'punto', 'punto indicato da chi la gestisce'),
  ('coverage_precisione', 'enum', 'comune', 'si conosce solo il comune'),
  ('coverage_prova', 'enum', 'listed', 'elencata in una pagina pubblica'),
  ('coverage_prova', 'enum', 'inferred', 'dedotta'),
  ('coverage_prova', 'enum', 'unverified', 'non verificata'),
  ('coverage_operatori', 'range', null, null);
update gpkg_data_column_constraints set min = 0, min_is_inclusive = 1, max = 100000, max_is_inclusive = 1, description = 'persone'
where constraint_name = 'coverage_operatori';

insert or ignore into gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) values
  ('sedi', 'set_sedi', 'Insieme di sedi', 'Insieme di sedi', 'mie (le proprie), note, dimostrative: conta quello attivo', null),
  ('sedi', 'site_id', 'Identificativo', 'Identificativo', 'Diverso per ogni sede dell''insieme: non si cambia più', null),
  ('sedi', 'name', 'Nome', 'Nome', 'Come la sede si presenta', null),
  ('sedi', 'role', 'Ruolo', 'Ruolo', 'Hub o Spoke', 'coverage_ruolo'),
  ('sedi', 'network_id', 'Rete', 'Rete', 'Identificativo della rete, come nella tabella reti', null),
  ('sedi', 'manager_kind', 'Natura del gestore', 'Natura del gestore', 'Per esempio Ambito, Comune, ente del Terzo settore', null),
  ('sedi', 'pro_com_t', 'Comune (codice Istat)', 'Comune (codice Istat)', 'Sei cifre, con gli zeri: 016024', null),
  ('sedi', 'opening_hours', 'Orari', 'Orari', 'In italiano (lun-ven 9-12) o nella grammatica di OpenStreetMap (Mo-Fr 09:00-12:00)', null),
  ('sedi', 'wheelchair', 'Accesso per persone con disabilità', 'Accesso per persone con disabilità', 'Vuoto: non dichiarato', 'coverage_accesso'),
  ('sedi', 'spaces', 'Spazi', 'Spazi', 'Elenco tra parentesi quadre, ogni voce tra virgolette; [] per nessuno', null),
  ('sedi', 'services', 'Servizi', 'Servizi', 'Elenco tra parentesi quadre, ogni voce tra virgolette; [] per nessuno', null),
  ('sedi', 'declared_ambiti', 'Ambiti serviti', 'Ambiti serviti', 'Ambiti che l''Hub dichiara di servire, tra parentesi quadre; [] per nessuno', null),
  ('sedi', 'status', 'Stato', 'Stato', 'Conta solo una sede attiva', 'coverage_stato_sede'),
  ('sedi', 'precisione', 'Precisione del punto', 'Precisione del punto', 'Da dove viene il punto sulla mappa', 'coverage_precisione'),
  ('sedi', 'dimostrativo', 'Inventata', 'Inventata', 'Vero per le sedi fornite per la prova', null),
  ('sedi', 'source', 'Fonte', 'Fonte', 'Da dove viene la riga', null),
  ('sedi', 'source_date', 'Data della fonte', 'Data della fonte', 'Come la fonte la scrive', null),
  ('sedi', 'valid_from', 'Valida dal', 'Valida dal', 'Primo giorno; vuoto: da sempre', null),
  ('sedi', 'valid_to', 'Valida fino al', 'Valida fino al', 'Ultimo giorno; vuoto: senza termine', null),
  ('sedi', 'address', 'Indirizzo', 'Indirizzo', 'Per il pubblico', null),
  ('sedi', 'phone', 'Telefono', 'Telefono', 'Per il pubblico', null),
  ('sedi', 'email', 'Posta elettronica', 'Posta elettronica', 'Per il pubblico', null),
  ('sedi', 'web', 'Pagina web', 'Pagina web', 'Con https://', null),
  ('sedi', 'operators', 'Operatori', 'Operatori', 'Persone; vuoto: non dichiarati', 'coverage_operatori'),
  ('sedi', 'staff', 'Figure professionali', 'Figure professionali', 'Elenco tra parentesi quadre, ogni voce tra virgolette; [] per nessuna', null),
  ('sedi', 'protocols', 'Protocolli operativi', 'Protocolli operativi', 'Elenco tra parentesi quadre, ogni voce tra virgolette; [] per nessuno', null),
  ('sedi', 'service_charter', 'Carta dei servizi', 'Carta dei servizi', 'Vuoto: non dichiarata', null),
  ('reti', 'set_sedi', 'Insieme di sedi', 'Insieme di sedi', 'mie (le proprie), note, dimostrative', null),
  ('reti', 'network_id', 'Identificativo', 'Identificativo', 'Diverso per ogni rete dell''insieme', null),
  ('reti', 'name', 'Nome', 'Nome', 'Della rete', null),
  ('reti', 'ats', 'ATS', 'ATS', 'Nome breve: Bergamo', null),
  ('reti', 'manager_kind', 'Natura del capofila', 'Natura del capofila', 'Per esempio Ambito', null),
  ('reti', 'contribution_eur', 'Contributo, euro', 'Contributo, euro', 'Con il punto: 65000.00', null),
  ('reti', 'months', 'Mesi del contributo', 'Mesi del contributo', 'Numero intero', null),
  ('reti', 'caregiver_action', 'Azione per i caregiver', 'Azione per i caregiver', 'Vuoto: non dichiarata', null),
  ('reti', 'acceptance_date', 'Contributo accettato il', 'Contributo accettato il', 'Vuoto: non dichiarato', null),
  ('reti', 'start_date', 'Comincia il', 'Comincia il', 'Primo giorno del progetto', null),
  ('reti', 'end_date', 'Finisce il', 'Finisce il', 'Ultimo giorno, senza proroga', null),
  ('reti', 'extension_date', 'Prorogata al', 'Prorogata al', 'Vuoto: nessuna proroga', null),
  ('reti', 'partners', 'Partner', 'Partner', 'Elenco tra parentesi quadre: ["Oratorio San Paolo: ente ecclesiastico"]; [] per nessuno', null),
  ('reti', 'partner_count', 'Numero di partner', 'Numero di partner', 'Vuoto: non dichiarato', null),
  ('unita', 'pro_com_t', 'Comune (codice Istat)', 'Comune (codice Istat)', 'Sei cifre, con gli zeri', null),
  ('unita', 'ats', 'ATS', 'ATS', 'Nome breve', null),
  ('unita', 'asst', 'ASST', 'ASST', 'Nome', null),
  ('unita', 'distretto', 'Distretto', 'Distretto', 'Nome', null),
  ('unita', 'ambito', 'Ambito', 'Ambito', 'Nome', null),
  ('unita', 'ambito_status', 'Prova dell''Ambito', 'Prova dell''Ambito', 'Quanto se ne sa', 'coverage_prova'),
  ('unita', 'distretto_status', 'Prova del Distretto', 'Prova del Distretto', 'Quanto se ne sa', 'coverage_prova'),
  ('unita', 'source', 'Fonte', 'Fonte', 'Da dove viene la riga', null),
  ('unita', 'source_date', 'Data della fonte', 'Data della fonte', 'Come la fonte la scrive', null),
  ('unita', 'valid_from', 'Valida dal', 'Valida dal', 'Primo giorno', null),
  ('unita', 'valid_to', 'Valida fino al', 'Valida fino al', 'Ultimo giorno', null),
  ('punti', 'id', 'Identificativo', 'Identificativo', 'Diverso per ogni punto', null),
  ('punti', 'pro_com_t', 'Comune (codice Istat)', 'Comune (codice Istat)', 'Sei cifre, con gli zeri', null),
  ('punti', 'residenti', 'Residenti', 'Residenti', 'Persone', null),
  ('punti', 'famiglie', 'Famiglie', 'Famiglie', 'Vuoto: la sua parte di quelle del comune', null),
  ('punti', 'eta_0_14', 'Da 0 a 14 anni', 'Da 0 a 14 anni', 'Persone', null),
  ('punti', 'eta_65_oltre', 'Di 65 anni e oltre', 'Di 65 anni e oltre', 'Persone', null),
  ('set_sedi', 'nome', 'Nome', 'Nome', 'mie, note, dimostrative', null),
  ('set_sedi', 'attivo', 'Attivo', 'Attivo', 'Vero per un insieme solo', null),
  ('set_sedi', 'completo_per', 'Completo per', 'Completo per', 'ATS di cui l''elenco è completo, tra parentesi quadre', null),
  ('dichiarazioni', 'ats', 'ATS', 'ATS', 'Nome breve', null),
  ('dichiarazioni', 'residui_eur', 'Residui, euro', 'Residui, euro', 'Con il punto', null),
  ('dichiarazioni', 'speso_eur', 'Speso, euro', 'Speso, euro', 'Con il punto', null),
  ('dichiarazioni', 'condivisa', 'Condivisa il', 'Condivisa il', 'Lettura comune con la Cabina di Regia', null);

pragma writable_schema = 1;
update sqlite_master set sql = replace(replace(replace(replace(replace(replace(replace(replace(sql,
  'set_sedi TEXT not null,', 'set_sedi TEXT not null default ''mie'','),
  'role TEXT not null,', 'role TEXT not null default ''non_dichiarato'','),
  'spaces TEXT not null,', 'spaces TEXT not null default ''[]'','),
  'services TEXT not null,', 'services TEXT not null default ''[]'','),
  'declared_ambiti TEXT not null,', 'declared_ambiti TEXT not null default ''[]'','),
  'status TEXT not null,', 'status TEXT not null default ''active'','),
  'precisione TEXT not null,', 'precisione TEXT not null default ''punto'','),
  'dimostrativo BOOLEAN not null,', 'dimostrativo BOOLEAN not null default 0,')
where type = 'table' and name = 'sedi';
update sqlite_master set sql = replace(sql, 'set_sedi TEXT not null,', 'set_sedi TEXT not null default ''mie'',')
where type = 'table' and name = 'reti';
update sqlite_master set sql = replace(replace(sql,
  'ambito_status TEXT not null,', 'ambito_status TEXT not null default ''unverified'','),
  'distretto_status TEXT not null,', 'distretto_status TEXT not null default ''unverified'',')
where type = 'table' and name = 'unita';
pragma writable_schema = reset;
