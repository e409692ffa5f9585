grant usage on schema tenancy to ${app}, ${platform};

-- The tree platform → resellers → customers. reseller_id is the owner of the brand a tenant is served under; the
-- platform and resellers are their own.
create table tenancy.tenant (
    tenant_id   uuid primary key,
    reseller_id uuid not null references tenancy.tenant (tenant_id),
    kind        text not null check (kind in ('platform', 'reseller', 'customer')),
    slug        text not null check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    name        text not null check (char_length(name) between 1 and 120),
    status      text not null default 'active' check (status in ('active', 'suspended')),
    time_zone   text not null default 'UTC',
    created_at  timestamptz not null default now(),
    unique (tenant_id, reseller_id),
    unique (reseller_id, slug),
    check ((kind = 'customer') = (tenant_id <> reseller_id))
);
create unique index one_platform on tenancy.tenant (kind) where kind = 'platform';
-- The short name of a brand's owner is also the name of its realm.
create unique index brand_owner_slug on tenancy.tenant (slug) where kind <> 'customer';
create index suspended_tenant on tenancy.tenant (tenant_id) where status = 'suspended';
call platform.isolate('tenancy.tenant');
revoke delete on tenancy.tenant from ${app};

create table tenancy.domain (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    host        text not null check (host = lower(host)),
    state       text not null check (state in ('pending', 'verified', 'active', 'failing', 'removed')),
    is_primary  boolean not null default false,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (tenant_id, host),
    check (not is_primary or state in ('verified', 'active', 'failing')),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
-- A host serves one brand at a time, whoever has asked for it.
create unique index host_served_once on tenancy.domain (host) where state in ('verified', 'active', 'failing');
create unique index one_primary_host on tenancy.domain (tenant_id) where is_primary;
create index domain_by_host on tenancy.domain (host);
call platform.isolate('tenancy.domain');
revoke delete on tenancy.domain from ${app};

create table tenancy.brand (
    tenant_id    uuid not null,
    reseller_id  uuid not null,
    version      integer not null check (version > 0),
    document     jsonb not null,
    published_at timestamptz not null default now(),
    primary key (tenant_id, version),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('tenancy.brand');
-- A published version never changes.
revoke update, delete on tenancy.brand from ${app};
