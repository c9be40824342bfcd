-- The gateway's partnerships: assistance under the programmes of two regions.
create index assistance_project_programme on assistance_project (programme, id desc) where programme is not null;
