create table assistance_project (
    id uuid primary key,
    version bigint not null,
    owner text not null,
    parties varchar[] not null,
    anchor date not null,
    within varchar[] not null,
    visibility text not null,
    readers varchar[] not null,
    consents varchar[] not null,
    external_ids jsonb not null,
    external_keys varchar[] not null,
    recorded_at timestamptz not null,
    updated_at timestamptz not null,
    title jsonb not null,
    organisation uuid not null references organisation,
    status text not null,
    period_from date not null,
    period_to date,
    regions varchar[] not null,
    regions_within varchar[] not null,
    units varchar[] not null,
    around varchar[] not null,
    provinces varchar[] not null,
    districts varchar[] not null,
    communes varchar[] not null,
    fields varchar[] not null,
    plan_amount numeric,
    plan_currency text,
    programme text,
    collective boolean not null,
    totals jsonb not null,
    terms jsonb not null,
    check ((plan_amount is null) = (plan_currency is null))
);

-- GET /assistance-projects by a partner's key.
create index assistance_project_external_keys on assistance_project using gin (external_keys);
-- Every list and sum, for readers who see few rows of many.
create index assistance_project_readers on assistance_project using gin (readers);
-- GET /assistance-projects, /assistance-summary and /organisations by region: what lies in it, and what lies around it.
create index assistance_project_regions_within on assistance_project using gin (regions_within);
create index assistance_project_regions on assistance_project using gin (regions);
-- GET /assistance-projects by organisation, newest first, and which organisation works in a region.
create index assistance_project_organisation on assistance_project (organisation, id desc);
-- GET /assistance-projects/overlaps looks for each project's neighbours: those in its units, and those whose units it lies in.
create index assistance_project_units on assistance_project using gin (units);
create index assistance_project_around on assistance_project using gin (around);

create table assistance_transaction (
    id uuid primary key,
    project uuid not null references assistance_project,
    kind text not null,
    day date not null,
    amount numeric not null,
    currency text not null,
    corrects uuid references assistance_transaction,
    reference text,
    note jsonb,
    recorded_at timestamptz not null
);

-- GET /assistance-projects/{id}/transactions, newest first, and the sums of a project.
create index assistance_transaction_project on assistance_transaction (project, id desc);
-- What is left of a transaction after its corrections.
create index assistance_transaction_corrects on assistance_transaction (corrects) where corrects is not null;
