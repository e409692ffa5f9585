-- When it is next looked which card of a payer the payment provider would charge; null where nothing is known to have changed.
alter table billing.payment_payer add column look_at timestamptz;
create index payment_payer_to_look_at on billing.payment_payer (look_at) where look_at is not null;
create index payment_payer_by_customer on billing.payment_payer (customer);
create index payment_payer_by_card on billing.payment_payer (card);

-- When a payer's usage is next told to the payment provider.
alter table billing.payment_payer add column metered_at timestamptz not null default now();
create index payment_payer_to_meter on billing.payment_payer (metered_at);

-- What the provider was told of a meter in a period, in whole units, and what it was asked to count besides and did not
-- answer yet. A period is the same one whatever its end: that of a month moves when a year takes its place.
create table billing.meter_report (
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    customer        text not null check (char_length(customer) between 1 and 255),
    subscription_id uuid not null,
    period_from     date not null,
    meter           text not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    told            bigint not null,
    asked           bigint,
    revision        integer not null check (revision > 0),
    asked_at        timestamptz not null,
    used_at         timestamptz not null,
    reason          text check (char_length(reason) <= 255),
    primary key (tenant_id, customer, subscription_id, period_from, meter),
    check (ends_at >= starts_at),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index meter_report_asked on billing.meter_report (tenant_id, customer) where asked is not null;
call platform.isolate('billing.meter_report');
revoke delete on billing.meter_report from ${app}, ${platform};
