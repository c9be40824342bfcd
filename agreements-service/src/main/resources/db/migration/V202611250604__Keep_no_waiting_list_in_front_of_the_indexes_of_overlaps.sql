-- GET /assistance-projects/overlaps looks into these two once for each project; a list of rows that wait to be indexed would be read each time
-- (measured with 50,000 projects just loaded: 17 s for a page instead of 35 ms). A project is written seldom.
alter index assistance_project_units set (fastupdate = off);
alter index assistance_project_around set (fastupdate = off);
