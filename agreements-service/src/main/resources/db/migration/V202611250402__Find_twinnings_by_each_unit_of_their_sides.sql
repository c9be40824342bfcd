-- Units of the sides and all that they lie in. What lies between a side's unit and its party is added when a record is changed next.
alter table twinning add column units varchar[] not null default '{}';

update twinning set units = array(
    select unnest(within)
    union
    select code from jsonb_array_elements(terms -> 'sides') side,
           jsonb_array_elements_text(
               case jsonb_typeof(side -> 'regions') when 'array' then side -> 'regions' else '[]' end) code);

alter table twinning alter column units drop default;

-- GET /regions/{code}/twinnings.
create index twinning_units on twinning using gin (units);
