-- No name, nothing of what was erased: the person's id, when, and in whose name or by which rule.
create table member_erasure (
    -- in the order of the erasures
    id uuid primary key,
    delegation_id uuid not null references delegation,
    person uuid not null,
    at timestamptz not null,
    reason text not null,
    region text,
    body text,
    role text
);

-- GET /delegations/{id}/erasures, newest first.
create index member_erasure_of_one on member_erasure (delegation_id, id desc);

-- Keys of members that a side has replaced by others or taken back with their delegation: deleted right after that has been committed,
-- or else by the next round.
create table dropped_key (
    id uuid primary key
);
