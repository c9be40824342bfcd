-- Read and written with their meeting; no query asks for them alone. The sessions that its outcomes name are asked for whenever the row is
-- read.
alter table meeting
    add column confirmations jsonb not null default '{"outcomes": {}, "minutes": []}',
    add column sessions jsonb not null default '[]';
