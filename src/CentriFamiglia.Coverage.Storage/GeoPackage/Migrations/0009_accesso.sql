-- The ATS that a scenario, an analysis, a decision is of; none for the whole region's.
alter table coverage_carte add column ats TEXT;
