-- This database has its own place and short backups: with its key a member is gone from every copy of the records.
create table person_key (
    id uuid primary key,
    secret bytea not null check (octet_length(secret) = 32),
    made_at timestamptz not null default now()
);

-- What the digest of a body with members is made with, as long as its Idempotency-Key is known.
create table body_salt (
    id uuid primary key,
    secret bytea not null check (octet_length(secret) = 32),
    made_at timestamptz not null default now()
);

-- Old ones are deleted by age.
create index body_salt_age on body_salt (made_at);
