create table read_audit (
    -- in the order of the readings
    id uuid primary key,
    at timestamptz not null,
    type text not null,
    record_id uuid not null,
    version bigint not null,
    -- who could see the version that was read, and so may see that it was
    readers varchar[] not null,
    issuer text not null,
    client text not null,
    region text,
    body text,
    roles varchar[] not null,
    how text not null
);

-- GET …/{id}/reads, newest first.
create index read_audit_of_one on read_audit (record_id, id desc);
