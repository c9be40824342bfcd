-- A source that names an organisation does not always say where it comes from.
alter table organisation alter column country drop not null;
