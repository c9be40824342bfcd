-- What is said of the documents is part of the agreement's row, so that it moves the agreement's version and stands in the change log.
alter table agreement add column documents jsonb not null default '[]';

-- The files, in pieces that are written and read one by one: no file is ever in memory as a whole.
-- The primary key serves GET /agreements/{id}/documents/{documentId}/content and /versions/{n}.
create table document_chunk (
    agreement uuid not null references agreement (id),
    document uuid not null,
    version integer not null,
    part integer not null,
    bytes bytea not null,
    primary key (document, version, part)
);

-- The formats compress by themselves; trying once more costs time and gains nothing.
alter table document_chunk alter column bytes set storage external;

-- GET /agreements/{id}/text: found when the file came, so that no reader waits for a parser.
create table document_text (
    agreement uuid not null references agreement (id),
    document uuid not null,
    version integer not null,
    articles jsonb not null,
    primary key (document, version)
);
