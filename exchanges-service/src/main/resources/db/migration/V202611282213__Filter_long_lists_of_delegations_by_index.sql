-- A list walks the newest ids as long as hits are frequent. These are for the filters of which few or no rows are hits.
-- GET /delegations?level=
create index delegation_level on delegation (level, id desc);
-- GET /delegations?status=
create index delegation_status on delegation (status, id desc);
-- GET /delegations?field=
create index delegation_fields on delegation using gin (fields);
-- GET /delegations?period= of long ago: the ids in the order of lists under each pair of years, of which a list merges the few that hold its hits.
create index delegation_years on delegation
    (cast(extract(year from period_to) * 10000 + extract(year from period_from) as int), id desc) include (period_from, period_to);
