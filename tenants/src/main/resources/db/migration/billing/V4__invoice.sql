-- The first day that no invoice covers, and when the period of that day is over. What was bought before there were invoices is
-- invoiced from the period under way on; its end is worked out by the first round.
alter table billing.subscription
    add column invoiced_until date not null default current_date,
    add column period_end timestamptz not null default now();
alter table billing.subscription alter column invoiced_until drop default, alter column period_end drop default;
create index subscription_to_invoice on billing.subscription (period_end) where status <> 'cancelled';

-- The numbers of one issuer have no gaps: the next is taken in the transaction that writes the invoice.
create table billing.invoice_series (
    tenant_id   uuid primary key,
    reseller_id uuid not null,
    prefix      text not null check (char_length(prefix) between 1 and 40),
    last_number integer not null check (last_number > 0),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.invoice_series');
revoke delete on billing.invoice_series from ${app}, ${platform};

-- What a period came to, never changed: what was wrong is put right by a line of the next one. The issuer is the brand owner
-- that sold, the platform where a brand owner bought. Days are those of the zone.
create table billing.invoice (
    id              uuid primary key,
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    issuer_id       uuid not null,
    prefix          text not null,
    number          integer not null check (number > 0),
    subscription_id uuid not null,
    catalogue       text not null,
    version         integer not null check (version > 0),
    plan            text not null,
    period_from     date not null,
    period_until    date not null,
    time_zone       text not null,
    currency        text not null,
    total           bigint not null,
    status          text not null check (status in ('open', 'paid')),
    issued_at       timestamptz not null,
    due_on          date not null,
    unique (tenant_id, id),
    unique (tenant_id, issuer_id, prefix, number),
    unique (tenant_id, subscription_id, period_from),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.invoice');
revoke update, delete on billing.invoice from ${app}, ${platform};

-- The lines of an invoice in their order. The days are an earlier period's where that is put right; the figures of the formula
-- stand where something was counted.
create table billing.invoice_line (
    invoice_id  uuid not null,
    position    integer not null check (position > 0),
    tenant_id   uuid not null,
    reseller_id uuid not null,
    kind        text not null check (kind in ('plan', 'overage', 'adjustment')),
    subject     text not null,
    label       text not null,
    formula     text not null,
    days_from   date not null,
    days_until  date not null,
    included    numeric,
    units       numeric,
    size        numeric,
    unit_price  numeric,
    flat        bigint,
    is_first    boolean not null,
    amount      bigint not null,
    primary key (tenant_id, invoice_id, position),
    foreign key (tenant_id, invoice_id) references billing.invoice (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.invoice_line');
revoke update, delete on billing.invoice_line from ${app}, ${platform};
