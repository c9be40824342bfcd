create table audit_entry (
    -- given before it is written, so that what is written twice is there once
    id uuid primary key,
    at timestamptz not null,
    trace_id text not null,
    -- of the token, none without one: ids, nothing that names a person
    issuer text,
    client text,
    subject text,
    unit text,
    -- which unit the code meant at that moment; empty for none
    unit_key text not null,
    body text,
    roles varchar[] not null,
    method text not null,
    route text not null,
    -- without the query; none where several requests are one entry, or where there is no such address
    path text,
    -- 0 where the client did not wait for the answer
    status integer not null,
    problem text,
    outcome text not null check (outcome in ('DONE', 'REFUSED', 'FAILED', 'UNANSWERED')),
    times integer not null
);

-- GET /audit-entries: a unit's own, the newest first.
create index audit_entry_unit on audit_entry (unit_key, at desc, id desc);

-- Old entries are deleted by age.
create index audit_entry_age on audit_entry (at);
