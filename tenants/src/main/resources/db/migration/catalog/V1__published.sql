-- Every version of a catalogue that was ever sold from, as its file read. Subscriptions keep their version for years, so it
-- outlives the file. Prices are public: everybody reads; the platform adds when it starts, and nobody changes or removes.
create table catalog.published (
    catalogue    text not null check (catalogue ~ '^[a-z][a-z0-9-]{0,39}$'),
    version      integer not null check (version between 1 and 9999),
    document     text not null,
    fingerprint  text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    published_at timestamptz not null default now(),
    primary key (catalogue, version)
);
comment on column catalog.published.document is 'the file to the letter, comments included';
comment on column catalog.published.fingerprint is 'SHA-256 of what the document says, however it is written';
comment on column catalog.published.published_at is 'when a process of the program first started with it';

alter table catalog.published enable row level security;
alter table catalog.published force row level security;
create policy everybody_reads on catalog.published for select to ${app}, ${platform} using (true);
grant usage on schema catalog to ${app}, ${platform};
grant select on catalog.published to ${app}, ${platform};
grant insert on catalog.published to ${platform};

-- The owner too could only mean a mistake.
create function catalog.refuse() returns trigger
    language plpgsql
    as $$ begin raise exception 'a published catalogue never changes: publish a new version'; end $$;
create trigger immutable before update or delete or truncate on catalog.published
    for each statement execute function catalog.refuse();
