-- A revoked one stays, so that what was read through it can be told for ever.
create table calendar_feed (
    id uuid primary key,
    -- whose eyes it has: the code, and the day on which the code means that unit
    unit text not null,
    unit_on date not null,
    -- SHA-256 of the secret in its address, which is kept nowhere
    secret_hash bytea not null unique,
    -- who had it made
    issuer text not null,
    client text not null,
    label text,
    filters jsonb not null,
    created_at timestamptz not null,
    last_read_on date,
    revoked_at timestamptz
);

-- GET /calendar-feeds, and how many a unit has.
create index calendar_feed_unit on calendar_feed (unit, id) where revoked_at is null;
