grant usage on schema billing to ${app}, ${platform};

-- What a customer has bought. The catalogue's version stays the one it was sold under. Its periods begin on the anchor
-- day in a zone of their own: a customer that moves does not move the days that were already billed.
create table billing.subscription (
    id          uuid primary key,
    tenant_id   uuid not null,
    reseller_id uuid not null,
    catalogue   text not null,
    version     integer not null check (version > 0),
    plan        text not null,
    status      text not null check (status in ('trialing', 'active', 'past_due', 'paused', 'cancelled')),
    anchor_day  integer not null check (anchor_day between 1 and 31),
    time_zone   text not null,
    started_at  timestamptz not null,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create unique index one_running_subscription on billing.subscription (tenant_id) where status <> 'cancelled';
create index subscription_of_reseller on billing.subscription (reseller_id) where status <> 'cancelled';
call platform.isolate('billing.subscription');
