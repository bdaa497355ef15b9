-- Whose travel may be weighed beside residents: the ages of a comune's residents with the year and the source of their count, and what demand
-- points count of their own. Absent means not known.
alter table coverage.comuni add column eta_0_14 integer;
alter table coverage.comuni add column eta_65_oltre integer;
alter table coverage.comuni add column eta_anno integer;
alter table coverage.comuni add column eta_fonte text;

alter table coverage.punti add column famiglie double precision;
alter table coverage.punti add column eta_0_14 double precision;
alter table coverage.punti add column eta_65_oltre double precision;
