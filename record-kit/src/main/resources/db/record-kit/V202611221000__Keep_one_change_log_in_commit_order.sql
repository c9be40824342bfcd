-- The head's row lock orders the writers: seq is commit order, without gaps. The epoch tells a follower that it reads another database.
create table change_head (
    only_row boolean primary key default true check (only_row),
    epoch uuid not null default gen_random_uuid(),
    seq bigint not null default 0
);

insert into change_head default values;

create table change (
    seq bigint primary key,
    at timestamptz not null,
    type text not null,
    record_id uuid not null,
    version bigint not null,
    op text not null check (op in ('CREATED', 'UPDATED', 'DELETED')),
    actor_region text,
    actor_body text,
    actor_roles varchar[] not null,
    visibility_before text,
    parties_before varchar[] not null,
    readers_before varchar[] not null,
    visibility_after text not null,
    parties_after varchar[] not null,
    readers_after varchar[] not null,
    snapshot jsonb not null
);

-- GET …/{id}/history reads one record's versions in order.
create unique index change_history on change (type, record_id, version);
