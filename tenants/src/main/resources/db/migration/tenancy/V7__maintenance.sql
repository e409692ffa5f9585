-- Until when the brands of the installation are closed: at most one row, of the platform. A moment that has passed closes
-- nothing, so that a forgotten one opens the doors by itself.
create table tenancy.maintenance (
    tenant_id   uuid primary key,
    reseller_id uuid not null,
    ends_at     timestamptz not null,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
        on delete cascade
);
call platform.isolate('tenancy.maintenance');
