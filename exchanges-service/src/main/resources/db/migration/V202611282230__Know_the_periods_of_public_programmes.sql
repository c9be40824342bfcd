-- What agreements-service tells everybody of its programmes; read again from its feed whenever it is lost.
create table known_programme (
    id uuid primary key,
    code text not null,
    period_from date not null,
    period_to date not null
);

-- Delegations name a programme by its id or its code.
create index known_programme_code on known_programme (code);
create index known_programme_name on known_programme (cast(id as text));

-- How far that feed has been read: one row, none at its beginning.
create table programme_feed (
    place integer primary key check (place = 1),
    cursor text not null
);
