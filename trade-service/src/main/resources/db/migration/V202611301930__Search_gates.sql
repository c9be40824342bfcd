alter table gate
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /gates?q=, and a search over everything
create index gate_search on gate using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index gate_unsearched on gate (id) where search_text = '';
