alter table agreement
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /agreements?q=
create index agreement_search on agreement using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index agreement_unsearched on agreement (id) where search_text = '';

alter table programme
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /programmes?q=
create index programme_search on programme using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index programme_unsearched on programme (id) where search_text = '';

alter table twinning
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /twinnings?q=
create index twinning_search on twinning using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index twinning_unsearched on twinning (id) where search_text = '';
