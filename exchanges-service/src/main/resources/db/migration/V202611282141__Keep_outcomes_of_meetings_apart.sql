create table meeting_outcome (
    meeting_id uuid not null references meeting,
    place integer not null,
    outcome_id uuid not null,
    what jsonb not null,
    owner text,
    due date,
    status text not null,
    done_on date,
    carried_to uuid,
    continues uuid,
    note jsonb,
    within varchar[] not null,
    primary key (meeting_id, place)
);

-- An outcome counts for its owner and for all units around it, one without an owner for the parties. What lies around an owner is not known
-- here; of its own country it is what lies around the party on its side, which is the same for an owner that is a party itself.
insert into meeting_outcome (meeting_id, place, outcome_id, what, owner, due, status, within)
select m.id, listed.place - 1, gen_random_uuid(), listed.outcome -> 'what', listed.outcome ->> 'owner',
       cast(listed.outcome ->> 'due' as date), listed.outcome ->> 'status',
       case when listed.outcome ->> 'owner' is null then m.within
            else cast(array(select around.code from
                         (select listed.outcome ->> 'owner' as code
                          union
                          select code from unnest(m.within) as party (code)
                           where split_part(code, '.', 1) = split_part(listed.outcome ->> 'owner', '.', 1)) around
                        order by around.code collate "C") as varchar[])
       end
  from meeting m cross join lateral jsonb_array_elements(m.terms -> 'outcomes') with ordinality as listed (outcome, place);

update meeting set terms = terms - 'outcomes';

-- GET /outcomes in the order of its pages, those without a day at the end; ?due=.
create index meeting_outcome_due on meeting_outcome (coalesce(due, date 'infinity'), meeting_id, outcome_id);
-- GET /outcomes?status=, ?overdue=: most of the others are done and of long ago.
create index meeting_outcome_status on meeting_outcome (status, coalesce(due, date 'infinity'), meeting_id, outcome_id);
-- GET /outcomes?region=.
create index meeting_outcome_within on meeting_outcome using gin (within);
-- The old business of a session, and whether something of it was settled.
create index meeting_outcome_carried_to on meeting_outcome (carried_to) where carried_to is not null;
create index meeting_outcome_continues on meeting_outcome (continues) where continues is not null;
