-- What is known of a member lies in one sealed text; what opens it lies in another database. The plain columns are emptied when the
-- service starts and are used no more.
alter table delegation_member
    alter column name drop not null,
    add column person uuid,
    add column key uuid,
    add column sealed text,
    add column erased_at timestamptz;

-- The start asks which rows are still plain.
create index delegation_member_plain on delegation_member (delegation_id, place) where name is not null;
-- DELETE /persons/{person}
create index delegation_member_person on delegation_member (person);
-- What is kept too long is asked for every day: delegations that ended, or were given up, long ago and still have a readable member.
create index delegation_member_readable on delegation_member (delegation_id) where sealed is not null;
create index delegation_period_to on delegation (period_to);
alter table delegation add column given_up_on date;
update delegation set given_up_on = cast(updated_at as date) where status in ('DECLINED', 'CANCELLED');
create index delegation_given_up on delegation (given_up_on) where given_up_on is not null;
