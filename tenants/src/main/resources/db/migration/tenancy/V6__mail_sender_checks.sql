-- The key that mail of a brand's own address is signed with, and what the name servers say of the address's domain. The
-- private half is sealed; a key stays as long as its row, so that a record in the DNS stays right.
alter table tenancy.mail_sender
    add column key_selector text check (char_length(key_selector) between 1 and 63),
    add column key_public   text check (char_length(key_public) <= 2000),
    add column key_sealed   bytea check (octet_length(key_sealed) <= 8000),
    add column watched_at   timestamptz,
    add column next_check   timestamptz,
    add column misses       integer not null default 0 check (misses >= 0),
    add column checked_at   timestamptz,
    add column report       jsonb,
    add check ((key_selector is null) = (key_public is null) and (key_selector is null) = (key_sealed is null)),
    add check (next_check is null or (watched_at is not null and address is not null and key_selector is not null));

create index mail_sender_due on tenancy.mail_sender (next_check) where next_check is not null;
