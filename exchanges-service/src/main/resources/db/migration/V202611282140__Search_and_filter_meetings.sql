alter table meeting
    add column format text,
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

update meeting set format = terms ->> 'format', terms = terms - 'format';

-- GET /meetings?q=
create index meeting_search on meeting using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index meeting_unsearched on meeting (id) where search_text = '';

-- A list walks the newest ids as long as hits are frequent. These are for the filters of which few or no rows are hits.
-- GET /meetings?kind=, ?level=, ?status=, ?format=, ?field=
create index meeting_kind on meeting (kind, id desc);
create index meeting_level on meeting (level, id desc) where level is not null;
create index meeting_status on meeting (status, id desc);
create index meeting_format on meeting (format, id desc) where format is not null;
create index meeting_fields on meeting using gin (fields);
