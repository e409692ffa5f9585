grant usage on schema identity to ${app}, ${platform};

-- Who belongs to which organisation, and as what. A person is a subject of a realm and nothing else: the address is
-- only for people to read, and never finds or joins anybody.
create table identity.membership (
    tenant_id    uuid not null,
    reseller_id  uuid not null,
    realm        text not null check (realm ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    subject      text not null check (char_length(subject) between 1 and 255),
    email        text not null check (char_length(email) between 3 and 254),
    display_name text not null check (char_length(display_name) between 1 and 120),
    role         text not null check (role in ('owner', 'admin', 'member', 'viewer',
                                               'operator', 'success', 'finance', 'support')),
    created_at   timestamptz not null default now(),
    primary key (tenant_id, realm, subject),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index membership_of_person on identity.membership (realm, subject);
call platform.isolate('identity.membership');
