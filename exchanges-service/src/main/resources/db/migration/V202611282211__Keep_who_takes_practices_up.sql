create table adoption (
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
    practice uuid not null references practice,
    adopter text not null,
    adopter_within varchar[] not null,
    status text not null,
    since date,
    until date,
    terms jsonb not null,
    check (until is null or since is null or until >= since)
);

-- GET /practices/{id}/adoptions.
create index adoption_practice on adoption (practice, id desc);
-- GET /practices?adoptedBy=.
create index adoption_adopter_within on adoption using gin (adopter_within);
-- A partner's system asks by its own key.
create index adoption_external_keys on adoption using gin (external_keys);
