-- Plans are paid for by the month, when it is over, or by the year, in advance.
alter table billing.subscription
    add column term text not null default 'month' check (term in ('month', 'year')),
    add column advance_at timestamptz;
alter table billing.subscription alter column term drop default;
comment on column billing.subscription.term is 'how long the plan that it began with is paid for at once';
comment on column billing.subscription.advance_at is
    'when to look whether something is to be billed in advance; null where nothing will be before the next change';
create index subscription_to_bill_ahead on billing.subscription (advance_at);

alter table billing.plan_change
    add column term text not null default 'month' check (term in ('month', 'year'));
alter table billing.plan_change alter column term drop default;
-- A change within a year is billed at once, so that one of the same day comes after it and not in its place.
drop index billing.one_change_of_a_day;
create unique index one_change_at_a_time on billing.plan_change (tenant_id, subscription_id, effective_on, made_at)
    where withdrawn_at is null;

-- What is billed in advance lies beside the invoices of the months, and each part of it is billed once.
alter table billing.invoice add column ahead integer check (ahead > 0);
comment on column billing.invoice.ahead is
    'which of all that its subscription pays in advance, counted from 1; null for what is billed when a period is over';
alter table billing.invoice drop constraint invoice_tenant_id_subscription_id_period_from_key;
create unique index one_invoice_of_a_period on billing.invoice (tenant_id, subscription_id, period_from) where ahead is null;
create unique index one_invoice_ahead on billing.invoice (tenant_id, subscription_id, ahead) where ahead is not null;

alter table billing.invoice_line drop constraint invoice_line_kind_check;
alter table billing.invoice_line
    add constraint invoice_line_kind_check
        check (kind in ('plan', 'year', 'prepaid', 'change', 'overage', 'adjustment'));
