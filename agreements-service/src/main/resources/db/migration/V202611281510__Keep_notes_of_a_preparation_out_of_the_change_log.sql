-- Whom a party asked for an opinion, and what it was told, is for its own side; a snapshot goes to every reader of its version.
-- New snapshots are written without these notes. They stay with the agreement itself, which shows them to that side.
update change set snapshot = jsonb_set(snapshot, '{actions}', (
    select jsonb_agg(case when action ->> 'type' in ('SUBMIT', 'REQUEST_OPINION', 'OPINION_RECEIVED', 'AUTHORISE')
                          then action - 'note' else action end order by place)
      from jsonb_array_elements(snapshot -> 'actions') with ordinality as told (action, place)))
 where type = 'AGREEMENT'
   and jsonb_path_exists(snapshot, 'strict $.actions[*] ? (@.type == "SUBMIT" || @.type == "REQUEST_OPINION"
       || @.type == "OPINION_RECEIVED" || @.type == "AUTHORISE") ? (exists (@.note))', '{}', true);
