-- Where people are signed in to the portal, in whatever process: a row of the brand owner, who has the person's realm. Each
-- process keeps its own rows fresh; one that it no longer keeps tells of a process that is gone.
create table identity.sign_in (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    handle      uuid not null,
    realm       text not null check (realm ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    subject     text not null check (char_length(subject) between 1 and 255),
    browser     text not null check (char_length(browser) <= 40),
    system      text not null check (char_length(system) <= 40),
    signed_in   timestamptz not null,
    last_seen   timestamptz not null,
    kept_at     timestamptz not null default now(),
    primary key (tenant_id, handle),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index sign_in_of_person on identity.sign_in (tenant_id, realm, subject);
call platform.isolate('identity.sign_in');
