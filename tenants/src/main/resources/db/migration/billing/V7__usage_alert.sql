-- When a tenant's usage was last looked at, so that of several processes one looks, and nobody is forgotten.
create table billing.usage_watch (
    tenant_id   uuid primary key,
    reseller_id uuid not null,
    looked_at   timestamptz not null,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index usage_watch_by_age on billing.usage_watch (looked_at);
call platform.isolate('billing.usage_watch');
revoke update, delete on billing.usage_watch from ${app};

-- A part of an allowance that was reached, once: in a period, or in a day of what is included by the day, which begins on that
-- date of the subscription's zone. Whoever has more included within the same period is told of the parts of that anew.
create table billing.usage_alert (
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    subscription_id uuid not null,
    meter           text not null,
    per             text not null check (per in ('month', 'day')),
    starts_on       date not null,
    threshold       integer not null check (threshold > 0),
    included        numeric not null check (included >= 0),
    used            numeric not null check (used >= 0),
    reached_at      timestamptz not null,
    primary key (tenant_id, subscription_id, meter, starts_on, threshold, included),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index usage_alert_by_time on billing.usage_alert (tenant_id, reached_at);
call platform.isolate('billing.usage_alert');
revoke update, delete on billing.usage_alert from ${app}, ${platform};

-- What a tenant means to spend in a period, in minor units.
create table billing.budget (
    tenant_id   uuid primary key,
    reseller_id uuid not null,
    amount      bigint not null check (amount > 0),
    currency    text not null check (char_length(currency) = 3),
    changed_at  timestamptz not null,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.budget');

-- A part of a budget that the bill of a period had reached, once; of another budget it is told anew.
create table billing.budget_alert (
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    subscription_id uuid not null,
    starts_on       date not null,
    threshold       integer not null check (threshold > 0),
    budget          bigint not null check (budget > 0),
    currency        text not null check (char_length(currency) = 3),
    bill            bigint not null,
    reached_at      timestamptz not null,
    primary key (tenant_id, subscription_id, starts_on, threshold, budget),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index budget_alert_by_time on billing.budget_alert (tenant_id, reached_at);
call platform.isolate('billing.budget_alert');
revoke update, delete on billing.budget_alert from ${app}, ${platform};

-- The summaries that were written, each once: of a week that begins on that Monday, of a period that began on that day.
create table billing.usage_report (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    kind        text not null check (kind in ('week', 'period')),
    starts_on   date not null,
    written_at  timestamptz not null,
    primary key (tenant_id, kind, starts_on),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.usage_report');
revoke update, delete on billing.usage_report from ${app}, ${platform};

-- For those whose invoices were written lately.
create index invoice_by_time on billing.invoice (issued_at);

-- What a brand owner has to do about a customer, once for each allowance that was used up in a period.
create index usage_alert_used_up on billing.usage_alert (reached_at) where threshold >= 100;
create table billing.task (
    id              uuid not null,
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    customer_id     uuid not null,
    kind            text not null check (kind ~ '^[a-z][a-z0-9-]{0,59}$'),
    subscription_id uuid not null,
    meter           text not null,
    per             text not null check (per in ('month', 'day')),
    starts_on       date not null,
    included        numeric not null check (included >= 0),
    used            numeric not null check (used >= 0),
    due_on          date not null,
    made_at         timestamptz not null,
    done_at         timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, customer_id, subscription_id, meter, starts_on, included),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.task');
revoke delete on billing.task from ${app}, ${platform};
