create table idempotency_key (
    issuer text not null,
    client text not null,
    method text not null,
    path text not null,
    key text not null,
    body_hash text not null,
    at timestamptz not null,
    -- empty until the write that claimed the key has its answer, in the same transaction
    status integer,
    headers text,
    body text,
    primary key (issuer, client, method, path, key)
);

-- Old keys are deleted by age.
create index idempotency_key_age on idempotency_key (at);
