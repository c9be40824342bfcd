-- Regions that report or are reported on. Figures name them by number: two bytes in each of many millions of rows.
create table trader (
    number smallint primary key generated always as identity,
    code varchar(16) not null unique
);

insert into trader (code)
select code from (select reporter as code from trade_figure union select partner from trade_figure) known
 order by code;
