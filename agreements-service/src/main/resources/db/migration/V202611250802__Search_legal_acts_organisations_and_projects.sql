alter table legal_act
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /legal-acts?q=
create index legal_act_search on legal_act using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index legal_act_unsearched on legal_act (id) where search_text = '';

alter table organisation
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /organisations?q=
create index organisation_search on organisation using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index organisation_unsearched on organisation (id) where search_text = '';

alter table assistance_project
    add column search_terms varchar[] not null default '{}',
    add column search_text text not null default '';

-- GET /assistance-projects?q=
create index assistance_project_search on assistance_project using gin (search_terms);
-- Rows of before are made findable when the service starts; it asks which they are.
create index assistance_project_unsearched on assistance_project (id) where search_text = '';
