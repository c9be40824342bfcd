-- The days between which a mechanism has events in a calendar: a session may be postponed beyond its end, or set before its beginning.
alter table mechanism
    add column first_on date,
    add column last_on date;

-- What agrees otherwise for single sessions has come with these columns, so the mechanisms of before have none.
update mechanism set first_on = since, last_on = until;
