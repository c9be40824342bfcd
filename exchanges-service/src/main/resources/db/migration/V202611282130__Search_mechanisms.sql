alter table mechanism
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /mechanisms?q=
create index mechanism_search on mechanism using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index mechanism_unsearched on mechanism (id) where search_text = '';
