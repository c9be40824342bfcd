-- Cursors of GET /changes are enciphered with it, so that they show neither counts nor gaps of what their reader may not see.
alter table change_head
    add column cursor_key bytea not null default sha256(decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- The party that the actor acted for: another unit than actor_region after a merger, and when a province acts for its district.
-- Not known of rows that were written before.
alter table change add column actor_party text;

-- GET /changes for readers who see few of many rows; who sees many reads along the primary key.
create index change_readers on change using gin ((readers_before || readers_after));
