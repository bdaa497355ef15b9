-- Whose travel may be weighed beside residents: the ages of a comune's residents with the year and the source of their count, and what demand
-- points count of their own. Absent means not known.
alter table comuni add column eta_0_14 INTEGER;
alter table comuni add column eta_65_oltre INTEGER;
alter table comuni add column eta_anno INTEGER;
alter table comuni add column eta_fonte TEXT;

alter table punti add column famiglie DOUBLE;
alter table punti add column eta_0_14 DOUBLE;
alter table punti add column eta_65_oltre DOUBLE;
