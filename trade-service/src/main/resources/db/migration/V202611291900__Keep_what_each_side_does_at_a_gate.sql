-- Read through their gate; a change of one moves the gate's version.
create table gate_measure (
    gate_id uuid not null references gate,
    -- in the order in which they were recorded
    place integer not null,
    measure_id uuid not null,
    kind text not null,
    -- null where both sides take it
    side text,
    valid_from date not null,
    -- null while nobody has said when it ends
    valid_to date check (valid_to >= valid_from),
    period_as_published text,
    text jsonb not null,
    hours jsonb,
    quota jsonb,
    source jsonb,
    primary key (gate_id, place)
);

-- GET /gates?openOn=: the measures of one day, of all gates.
create index gate_measure_days on gate_measure (valid_from, valid_to);
