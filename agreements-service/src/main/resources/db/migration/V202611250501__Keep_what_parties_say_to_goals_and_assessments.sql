-- Read and written with their programme; no query asks for them alone.
alter table programme add column confirmations jsonb not null default '{"goals": {}, "assessment": []}';
