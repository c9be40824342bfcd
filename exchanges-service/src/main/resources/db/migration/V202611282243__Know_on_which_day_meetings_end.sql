alter table meeting add column end_on date;

-- A day is written as text, alone or before its hour.
update meeting set end_on = cast(left(coalesce(terms #>> '{end,at}', terms #>> '{end,on}'), 10) as date)
 where coalesce(terms #>> '{end,at}', terms #>> '{end,on}') ~ '^(?!0000)\d{4}-\d{2}-\d{2}';

-- GET /calendar.ics?period=: those that began before it and last into it.
create index meeting_end_on on meeting (end_on) where end_on is not null;
