-- What a person has chosen for the screens, at one brand: a row of the brand owner, who has the person's realm. Nobody
-- but the person changes it, whatever organisation they work in.
create table identity.preference (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    realm       text not null check (realm ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    subject     text not null check (char_length(subject) between 1 and 255),
    color_mode  text not null check (color_mode in ('light', 'dark', 'auto')),
    changed_at  timestamptz not null default now(),
    primary key (tenant_id, realm, subject),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('identity.preference');
