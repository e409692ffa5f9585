-- The one link of a brand's owner that shows the draft to whoever has it, while it lasts; withdrawn, it is gone. Of the
-- key in it only the SHA-256 is kept.
create table tenancy.brand_preview (
    tenant_id   uuid primary key,
    reseller_id uuid not null,
    key_hash    bytea not null check (octet_length(key_hash) = 32),
    expires_at  timestamptz not null,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('tenancy.brand_preview');
