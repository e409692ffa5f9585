-- What a tenant may use without having bought it, and why.
create table billing.entitlement_grant (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    entitlement text not null,
    reason      text not null check (char_length(reason) between 1 and 200),
    granted_at  timestamptz not null default now(),
    primary key (tenant_id, entitlement),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);

-- Who resold before a plan was needed for it goes on, and owes nothing for it. Not isolated yet, so that the owner can write;
-- the tenants are read around their isolation, which is back before anybody else sees the table again.
alter table tenancy.tenant no force row level security;
insert into billing.entitlement_grant (tenant_id, reseller_id, entitlement, reason)
select tenant_id, reseller_id, 'resell', 'resold before a plan was needed for it' from tenancy.tenant where kind = 'reseller';
alter table tenancy.tenant force row level security;

call platform.isolate('billing.entitlement_grant');
revoke update, delete on billing.entitlement_grant from ${app};
