-- Personal data: nothing but the own side's read of one delegation joins it, and it can be erased alone.
create table delegation_member (
    delegation_id uuid not null references delegation,
    place integer not null,
    name text not null,
    position text,
    primary key (delegation_id, place)
);
