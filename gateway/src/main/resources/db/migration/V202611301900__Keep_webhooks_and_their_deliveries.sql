create table webhook (
    id uuid primary key,
    version bigint not null,
    -- code of the unit that registered it, as it was understood on that day
    unit text not null,
    made_on date not null,
    url text not null,
    -- none for all
    types varchar[] not null,
    region text,
    description text,
    state text not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    -- sealed with the key of the configuration
    secret bytea not null,
    previous_secret bytea,
    previous_until timestamptz,
    -- the place in the feed up to which deliveries were made
    cursor text not null,
    -- where the logs of the services ended when the feed was last read to its end for it
    heads text not null,
    -- until then somebody reads the feed for it, or it rests after the feed could not be read
    read_again_at timestamptz not null,
    -- since when its receiver takes nothing; empty while all is well
    failing_since timestamptz,
    -- until when its receiver asked to be left alone
    rest_until timestamptz
);

-- A unit's own.
create index webhook_unit on webhook (unit, id);

create table delivery (
    webhook uuid not null references webhook on delete cascade,
    -- the same for the same change each time, so that a receiver knows what it has
    id text not null,
    number bigint not null generated always as identity,
    event text not null,
    subject text,
    body text not null,
    status text not null check (status in ('PENDING', 'DELIVERED', 'DEAD')),
    created_at timestamptz not null,
    -- the next attempt, or the end of one that is on its way
    try_at timestamptz not null,
    give_up_at timestamptz not null,
    tries integer not null default 0,
    -- counts up each time that it is wanted anew; what came of an earlier sending says nothing of a later one
    sending integer not null default 0,
    -- the last attempts with time, status, duration and error
    attempts jsonb not null default '[]',
    finished_at timestamptz,
    primary key (webhook, id)
);

-- What is to be sent next.
create index delivery_due on delivery (webhook, try_at) where status = 'PENDING';

-- GET /webhooks/{id}/deliveries, newest first.
create index delivery_log on delivery (webhook, number);

-- What is done is removed after some days.
create index delivery_finished on delivery (finished_at) where status <> 'PENDING';

create table idempotency_key (
    -- digest of issuer, client, method, path and key
    id text primary key,
    body_hash text not null,
    at timestamptz not null,
    -- the answer, sealed: it may hold a secret
    answer bytea
);

-- Old keys are deleted by age.
create index idempotency_key_age on idempotency_key (at);
