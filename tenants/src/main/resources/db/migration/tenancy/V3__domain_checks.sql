-- What proves that a domain is its tenant's and how its checks stand. The hosts of before were given by hand: they have
-- their certificates, and nobody checks them by himself (no next_check).
alter table tenancy.domain
    -- Stands in the record that proves ownership; another one for every claim, so that an old record proves nothing.
    add column challenge text not null default replace(gen_random_uuid()::text, '-', '')
        check (challenge ~ '^[0-9a-f]{32}$'),
    -- Since when somebody waits for it: a claim, or the wish for a check.
    add column watched_at timestamptz not null default now(),
    add column checked_at timestamptz,
    add column next_check timestamptz,
    add column misses integer not null default 0 check (misses >= 0),
    add column failing_since timestamptz,
    -- Proven, while the host is served for another tenant.
    add column is_held boolean not null default false check (not is_held or state = 'pending'),
    add column report jsonb,
    add column certificate_from timestamptz default now();
alter table tenancy.domain alter column certificate_from drop default;
create index domain_to_check on tenancy.domain (next_check) where next_check is not null;
