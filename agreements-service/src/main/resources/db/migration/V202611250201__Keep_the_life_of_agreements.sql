-- What was recorded of an agreement's life: the days that the record states, and its dated actions. signed_on, period_from and period_to
-- follow from it from now on; the last day may be open.
alter table agreement add column life jsonb;
alter table agreement add column ends_on date;

update agreement
   set ends_on = period_to,
       life = jsonb_strip_nulls(jsonb_build_object(
           'signedOn', signed_on,
           'period', case when period_from is not null and period_to is not null
                          then jsonb_build_object('from', period_from, 'to', period_to) end,
           'actions', '[]'::jsonb));

alter table agreement alter column life set not null;

-- The days on which an agreement has one status; all days from year 1 to year 9999, each in one row.
create table agreement_phase (
    agreement_id uuid not null references agreement (id),
    status text not null,
    from_day date not null,
    until_day date not null,
    primary key (agreement_id, from_day)
);

-- The rule until now: in force and expired by the period, before that signed since the day of signing, before that a draft.
insert into agreement_phase (agreement_id, status, from_day, until_day)
with days as (
    select id,
           date '0001-01-01' as first_day,
           date '9999-12-31' as last_day,
           case when period_from is null or signed_on < period_from then signed_on end as signed,
           case when period_to is not null then period_from end as force,
           case when period_from is not null then period_to end as until
      from agreement
), phases as (
    select id, 'DRAFT' as status, first_day as from_day, coalesce(signed - 1, force - 1, last_day) as until_day from days
    union all
    select id, 'SIGNED', signed, coalesce(force - 1, last_day) from days where signed is not null
    union all
    select id, 'IN_FORCE', force, until from days where force is not null
    union all
    select id, 'EXPIRED', until + 1, last_day from days where force is not null
)
select id, status, from_day, until_day from phases where from_day <= until_day;

-- GET /agreements?status= : rare statuses are found here, frequent ones by the primary key while the list is read in its order.
create index agreement_phase_status on agreement_phase (status, from_day, until_day);
-- GET /agreements?expiringWithin=
create index agreement_ends_on on agreement (ends_on) where ends_on is not null;
