-- Hits that are many and all lie far back are met by no short walk down the ids, and are too many to be sorted. These have the ids in the
-- order of lists under each year; a list merges the few years that hold its hits, and reads 2,000 of them at most.

-- GET /agreements?signed=
create index agreement_signed_year on agreement (cast(extract(year from signed_on) as int), id desc) include (signed_on);
-- GET /agreements?status=, ?status=&asOf=: the last year of a phase, then its first, in one number
create index agreement_phase_years on agreement_phase
    (status, cast(extract(year from until_day) * 10000 + extract(year from from_day) as int), agreement_id desc) include (from_day, until_day);
-- The one before answers what this did: which phases have a status on a day.
drop index agreement_phase_status;
