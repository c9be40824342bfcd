create table idempotency_key (
    -- digest of issuer, client, method, path and key, which together may be longer than an index takes
    id text primary key,
    key text not null,
    body_hash text not null,
    at timestamptz not null,
    -- empty until the write that claimed the key has its answer, in the same transaction
    status integer,
    headers text,
    body text
);

-- Old keys are deleted by age.
create index idempotency_key_age on idempotency_key (at);
