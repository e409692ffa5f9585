-- What was bought besides a plan. The catalogue's version stays the one it was sold under, and with it the price.
create table billing.purchase (
    id          uuid primary key,
    tenant_id   uuid not null,
    reseller_id uuid not null,
    catalogue   text not null,
    version     integer not null check (version > 0),
    product     text not null,
    charged     text not null check (charged in ('once', 'monthly')),
    bought_at   timestamptz not null,
    ended_at    timestamptz check (ended_at >= bought_at),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
-- What is paid by the month is had once at a time.
create unique index one_of_a_kind on billing.purchase (tenant_id, catalogue, product)
    where charged = 'monthly' and ended_at is null;
call platform.isolate('billing.purchase');
revoke delete on billing.purchase from ${app};
