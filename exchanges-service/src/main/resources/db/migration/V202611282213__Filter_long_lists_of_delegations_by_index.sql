-- A list walks the newest ids as long as hits are frequent. These are for the filters of which few or no rows are hits.
-- GET /delegations?level=
create index if not exists delegation_level on delegation (level, id desc);
-- GET /delegations?status=
create index if not exists delegation_status on delegation (status, id desc);
-- GET /delegations?field=
create index if not exists delegation_fields on delegation using gin (fields);
