-- Types as GeoPackage spells them (requirements 5, 25 and 31), and row numbers that are never given twice: a program that still shows a row that
-- was taken away must not find another under its number. Neither changes what is stored, so the definitions alone are written anew, which keeps
-- the columns and the indexes that an office added. The first table makes sqlite_sequence, where SQLite keeps the last number given.
create table coverage_numeri (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL);
pragma writable_schema = 1;
update sqlite_master set sql = replace(sql, 'fid integer primary key not null', 'fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL')
where type = 'table' and name in (select table_name from gpkg_contents) and name not like 'coverage\_%' escape '\';
update sqlite_master set sql = replace(replace(replace(replace(sql, ' text,', ' TEXT,'), ' text ', ' TEXT '), ' text)', ' TEXT)'), ' text' || char(10), ' TEXT' || char(10))
where type = 'table' and name in (select table_name from gpkg_contents);
update sqlite_master set sql = replace(replace(replace(replace(sql, ' integer,', ' INTEGER,'), ' integer ', ' INTEGER '), ' integer)', ' INTEGER)'), ' integer' || char(10), ' INTEGER' || char(10))
where type = 'table' and name in (select table_name from gpkg_contents);
update sqlite_master set sql = replace(replace(replace(replace(sql, ' double,', ' DOUBLE,'), ' double ', ' DOUBLE '), ' double)', ' DOUBLE)'), ' double' || char(10), ' DOUBLE' || char(10))
where type = 'table' and name in (select table_name from gpkg_contents);
update sqlite_master set sql = replace(replace(replace(replace(sql, ' boolean,', ' BOOLEAN,'), ' boolean ', ' BOOLEAN '), ' boolean)', ' BOOLEAN)'), ' boolean' || char(10), ' BOOLEAN' || char(10))
where type = 'table' and name in (select table_name from gpkg_contents);
update sqlite_master set sql = replace(replace(replace(replace(sql, ' datetime,', ' DATETIME,'), ' datetime ', ' DATETIME '), ' datetime)', ' DATETIME)'), ' datetime' || char(10), ' DATETIME' || char(10))
where type = 'table' and name in (select table_name from gpkg_contents);
update sqlite_master set sql = replace(replace(replace(replace(sql, ' date,', ' DATE,'), ' date ', ' DATE '), ' date)', ' DATE)'), ' date' || char(10), ' DATE' || char(10))
where type = 'table' and name in (select table_name from gpkg_contents);
update sqlite_master set sql = replace(replace(sql, ' geom multipolygon ', ' geom MULTIPOLYGON '), ' geom point ', ' geom POINT ')
where type = 'table' and name in (select table_name from gpkg_contents);
pragma writable_schema = reset;
drop table coverage_numeri;
insert into sqlite_sequence (name, seq)
select 'comuni', coalesce(max(fid), 0) from comuni union all
select 'ambiti', coalesce(max(fid), 0) from ambiti union all
select 'distretti', coalesce(max(fid), 0) from distretti union all
select 'asst', coalesce(max(fid), 0) from asst union all
select 'ats', coalesce(max(fid), 0) from ats union all
select 'punti', coalesce(max(fid), 0) from punti union all
select 'sedi', coalesce(max(fid), 0) from sedi union all
select 'set_sedi', coalesce(max(fid), 0) from set_sedi union all
select 'reti', coalesce(max(fid), 0) from reti union all
select 'unita', coalesce(max(fid), 0) from unita union all
select 'matrice', coalesce(max(fid), 0) from matrice union all
select 'matrice_info', coalesce(max(fid), 0) from matrice_info union all
select 'documenti', coalesce(max(fid), 0) from documenti union all
select 'dichiarazioni', coalesce(max(fid), 0) from dichiarazioni;
