alter table mechanism
    add column agreement text;

update mechanism set agreement = terms ->> 'agreement' where terms ->> 'agreement' is not null;

-- GET /mechanisms?agreement=; most rest on none that is known.
create index mechanism_agreement on mechanism (agreement) where agreement is not null;
