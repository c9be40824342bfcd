alter table delegation
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '',
    -- people who in the end travelled, where the report says another number than was announced
    add column travelled integer check (travelled > 0),
    add column confirmations jsonb not null default '[]',
    -- the last day on which the other party may read who travels
    add column members_released_until date,
    -- the head's name as every search sees it, in each of its languages
    add column heads varchar[] not null default '{}';

-- GET /delegations?q=
create index delegation_search on delegation using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index delegation_unsearched on delegation (id) where search_text = '';
-- The same head on two ways at once.
create index delegation_heads on delegation using gin (heads);

-- As FoldedText does it: lower case without marks.
update delegation set heads = array(
    select btrim(translate(regexp_replace(lower(regexp_replace(normalize(name.value, nfkd), '[\u0300-\u036f]', '', 'g')), '\s+', ' ', 'g'), 'đĐ', 'dd'))
      from jsonb_each_text(terms -> 'head') as name
     where name.value is not null)
 where jsonb_typeof(terms -> 'head') = 'object';
