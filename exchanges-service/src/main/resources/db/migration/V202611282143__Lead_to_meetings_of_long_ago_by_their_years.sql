-- Meetings of a period far back are met by no short walk down the ids, and may be too many to be sorted. This has the ids in the order of
-- lists under each year; a list merges the few years that hold its hits, and reads 2,000 of them at most.
-- GET /meetings?period=
create index meeting_start_year on meeting (cast(extract(year from start_on) as int), id desc) include (start_on);
