-- What a subscription was sold as stays in its row; what it became stands here. The plan of a day is that of the latest change
-- up to it. The plan's version is one of the subscription's catalogue.
alter table billing.subscription add constraint subscription_of_tenant unique (tenant_id, id);
create table billing.plan_change (
    id              uuid primary key,
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    subscription_id uuid not null,
    version         integer not null check (version > 0),
    plan            text not null,
    effective_on    date not null,
    proration       text not null check (proration in ('next_invoice', 'full', 'none')),
    made_at         timestamptz not null,
    withdrawn_at    timestamptz check (withdrawn_at >= made_at),
    foreign key (tenant_id, subscription_id) references billing.subscription (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create unique index one_change_of_a_day on billing.plan_change (tenant_id, subscription_id, effective_on)
    where withdrawn_at is null;
call platform.isolate('billing.plan_change');
revoke delete on billing.plan_change from ${app}, ${platform};

-- A subscription ends with a period and is billed for it like for every other; after that nothing is left to bill.
alter table billing.subscription
    add column ends_on date,
    add column end_reason text check (char_length(end_reason) <= 1000),
    alter column period_end drop not null;
-- Around their isolation, which is back before anybody else sees them again.
alter table billing.subscription no force row level security;
update billing.subscription set period_end = null where status = 'cancelled';
alter table billing.subscription force row level security;
drop index billing.subscription_to_invoice;
create index subscription_to_invoice on billing.subscription (period_end);

-- The difference that a change of plan makes: the days that are left of a period, and what was had before.
alter table billing.invoice_line drop constraint invoice_line_kind_check;
alter table billing.invoice_line
    add constraint invoice_line_kind_check check (kind in ('plan', 'change', 'overage', 'adjustment')),
    add column replaced text;
