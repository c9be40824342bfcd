alter table donation
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /donations?q=
create index donation_search on donation using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index donation_unsearched on donation (id) where search_text = '';

alter table poverty_list
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /poverty-lists?q=
create index poverty_list_search on poverty_list using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index poverty_list_unsearched on poverty_list (id) where search_text = '';
