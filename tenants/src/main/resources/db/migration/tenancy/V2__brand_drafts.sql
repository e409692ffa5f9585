-- What a brand's owner is working on: one draft for all who may change the brand, gone when it is published.
create table tenancy.brand_draft (
    tenant_id   uuid primary key,
    reseller_id uuid not null,
    -- The microsecond of the change, so that no draft is ever at a revision of one that was thrown away.
    revision    bigint not null check (revision > 0),
    document    jsonb not null,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('tenancy.brand_draft');

-- Who has published a version, as the actor is named; empty for those of before.
alter table tenancy.brand add column published_by text not null default '' check (char_length(published_by) <= 300);
