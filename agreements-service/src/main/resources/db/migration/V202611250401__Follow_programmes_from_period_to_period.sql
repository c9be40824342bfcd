alter table programme
    add column predecessor_id uuid,
    add column parent_id uuid,
    add column first_open_due date;

-- References are ids or codes; those that lead nowhere stay as they were written.
update programme p set predecessor_id = q.id from programme q where q.code = p.terms ->> 'predecessor';
update programme p set predecessor_id = q.id from programme q where q.id::text = lower(p.terms ->> 'predecessor');
update programme p set parent_id = q.id from programme q where q.code = p.terms ->> 'parent';
update programme p set parent_id = q.id from programme q where q.id::text = lower(p.terms ->> 'parent');
update programme set first_open_due = (
    select min((step ->> 'due')::date) from jsonb_array_elements(milestones) step where step ->> 'doneOn' is null);

-- GET /programmes/{id}/chain, and POST /programmes/{id}/renewals to find what was drafted before.
create index programme_predecessor on programme (predecessor_id) where predecessor_id is not null;
-- GET /programmes?late=true and lateOn.
create index programme_first_open_due on programme (first_open_due) where first_open_due is not null;
