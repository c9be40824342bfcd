-- What was written together and became known at one moment: a load, or a single figure. A figure names the revision that it comes
-- from and, once it is superseded, the one that ended it; so a bulk of figures costs one row of who and when.
create table trade_revision (
    number integer primary key generated always as identity,
    at timestamptz not null,
    by_region text not null,
    by_body text,
    -- null for a single figure
    load uuid
);

-- Reads of the past: which revisions were there at a moment.
create index trade_revision_at on trade_revision (at);
