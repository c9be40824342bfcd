create table legal_act (
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
    code text not null unique,
    number text not null,
    kind text not null,
    title jsonb not null,
    issued_on date,
    valid_from date,
    valid_to date,
    starts_on date,
    replaced_by uuid references legal_act (id),
    basis uuid[] not null,
    terms jsonb not null
);

-- GET /legal-acts by issuer, by a partner's key.
create index legal_act_within on legal_act using gin (within);
create index legal_act_external_keys on legal_act using gin (external_keys);
-- Every list, for readers who see few rows of many.
create index legal_act_readers on legal_act using gin (readers);

-- The records behind an agreement's restsOn, in its order, and the agreement that it renews.
alter table agreement add column rests_on uuid[] not null default '{}';
alter table agreement add column renews uuid references agreement (id);

-- Names were not checked until now: what names no agreement keeps its place with the id of nothing.
update agreement a
   set rests_on = coalesce((
           select array_agg(coalesce(b.id, '00000000-0000-0000-0000-000000000000') order by named.place)
             from jsonb_array_elements_text(a.terms -> 'restsOn') with ordinality as named (reference, place)
             left join agreement b on b.code = named.reference or b.id::text = named.reference), '{}');

alter table agreement alter column rests_on drop default;

-- GET /agreements/{id}/rests-on downwards, GET /agreements?restsOn=
create index agreement_rests_on on agreement using gin (rests_on);
-- GET /agreements/{id}/chain forwards.
create index agreement_renews on agreement (renews) where renews is not null;
