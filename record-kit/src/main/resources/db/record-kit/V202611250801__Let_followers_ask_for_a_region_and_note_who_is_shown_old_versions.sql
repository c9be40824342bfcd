-- Codes of the parties and of all units that they lie in, for GET /changes?region=. Not known of rows that were written before: whoever
-- follows a region begins with a bundle, and so behind them.
alter table change
    add column within_before varchar[] not null default '{}',
    add column within_after varchar[] not null default '{}';

-- Whether it is noted who is shown this version, in the history or with the feed.
alter table change add column audited boolean not null default false;
