-- The records behind a programme's agreements and then its restsOn, each in its order.
alter table programme add column rests_on uuid[] not null default '{}';

-- An agreement that was named before names were checked, and is none, keeps its place with the id of nothing.
update programme p
   set rests_on = coalesce((
           select array_agg(
                      coalesce(
                          (select a.id from agreement a where a.id = case
                              when named.reference ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then named.reference::uuid end),
                          (select a.id from agreement a where a.code = named.reference),
                          '00000000-0000-0000-0000-000000000000')
                      order by named.place)
             from jsonb_array_elements_text(p.terms -> 'agreements') with ordinality as named (reference, place)), '{}');

-- GET /programmes?restsOn=
create index programme_rests_on on programme using gin (rests_on);
