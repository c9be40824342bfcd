create table observation (
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
    indicator text not null,
    title jsonb,
    period_from date,
    period_to date,
    period_as_published text,
    figure jsonb not null,
    compared_to_target jsonb,
    programme text,
    scope_note jsonb,
    source jsonb not null,
    check ((period_from is null) = (period_to is null))
);

-- GET /observations and the review ask by indicator and parties.
create index observation_indicator on observation (indicator, id desc);
create index observation_parties on observation using gin (parties);
create index observation_external_keys on observation using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index observation_readers on observation using gin (readers);
