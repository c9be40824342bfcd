create table practice (
    id uuid primary key,
    version bigint not null,
    owner text not null,
    parties varchar[] not null,
    anchor date not null,
    within varchar[] not null,
    visibility text not null,
    readers varchar[] not null,
    consents varchar[] not null,
    external_ids jsonb not null,
    external_keys varchar[] not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    region text not null,
    offered_on date,
    fields varchar[] not null,
    programme text,
    terms jsonb not null,
    search_terms varchar[] not null,
    search_text text not null
);

-- GET /practices?region=; a partner's system asks by its own key.
create index practice_within on practice using gin (within);
create index practice_external_keys on practice using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index practice_readers on practice using gin (readers);
-- GET /practices?field=.
create index practice_fields on practice using gin (fields);
-- GET /practices?programme=.
create index practice_programme on practice (programme, id desc) where programme is not null;
-- GET /practices?q=.
create index practice_search on practice using gin (search_terms);
-- What a migration wants found anew; the service asks when it starts.
create index practice_unsearched on practice (id) where search_text = '';
