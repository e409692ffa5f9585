grant usage on schema developer to ${app}, ${platform};

-- A key is random, so its plain SHA-256 is as good as a slow one; the key itself is kept nowhere.
create table developer.api_key (
    id           uuid primary key,
    tenant_id    uuid not null,
    reseller_id  uuid not null,
    name         text not null check (char_length(name) between 1 and 80),
    prefix       text not null,
    hash         bytea not null unique check (octet_length(hash) = 32),
    last4        text not null check (char_length(last4) = 4),
    scopes       text[] not null check (cardinality(scopes) > 0),
    allowed_ips  cidr[] not null default '{}',
    expires_at   timestamptz,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    unique (tenant_id, id),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index api_key_listed on developer.api_key (tenant_id, id desc);
call platform.isolate('developer.api_key');
revoke delete on developer.api_key from ${app};
