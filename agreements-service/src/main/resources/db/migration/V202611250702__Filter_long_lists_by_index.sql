-- A list walks the newest ids as long as hits are frequent. These are for the filters of which few or no rows are hits, where a walk
-- would end at the last row of the table.

-- GET /agreements?kind=, ?kind=&level=
create index agreement_kind_level on agreement (kind, level, id desc);
-- GET /agreements?level=
create index agreement_level on agreement (level, id desc);
-- GET /agreements?field=
create index agreement_fields on agreement using gin (fields);
-- GET /agreements?signed=
create index agreement_signed on agreement (signed_on);

-- GET /programmes?kind=
create index programme_kind on programme (kind, id desc);
-- GET /programmes?field=
create index programme_fields on programme using gin (fields);
-- GET /programmes?period=: those that end before it begins, or begin after it ends, are most
create index programme_period on programme (period_to, period_from);

-- GET /twinnings?level=
create index twinning_level on twinning (level, id desc);
-- GET /twinnings?on=
create index twinning_since on twinning (since, until);

-- GET /donations?period=, ?programme=, and the review
create index donation_period on donation (on_to, on_from);
create index donation_programme on donation (programme, id desc);
