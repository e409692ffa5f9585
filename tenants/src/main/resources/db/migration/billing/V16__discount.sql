-- What is taken off the price of a plan: by somebody who sells it and may give so much, or after somebody who may has approved of
-- it. Once it counts its terms stay; one that was ended says from which day on no period begins with it.
create table billing.discount (
    id              uuid not null,
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    subscription_id uuid not null,
    percent         numeric(5, 2) not null check (percent > 0 and percent <= 100),
    periods         integer check (periods between 1 and 36),
    reason          text not null check (char_length(reason) between 1 and 500),
    decider         text check (decider in ('owner', 'operator')),
    asked_by        text not null check (char_length(asked_by) between 1 and 200),
    asked_at        timestamptz not null,
    state           text not null check (state in ('asked', 'active', 'refused', 'withdrawn', 'ended')),
    begins_on       date,
    month_percent   numeric(5, 2) check (month_percent >= 0 and month_percent <= percent),
    year_percent    numeric(5, 2) check (year_percent >= 0 and year_percent <= percent),
    ends_on         date,
    primary key (tenant_id, id),
    foreign key (tenant_id, subscription_id) references billing.subscription (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade,
    check (state not in ('active', 'ended') or (begins_on is not null and month_percent is not null and year_percent is not null))
);
create unique index one_open_discount on billing.discount (tenant_id, subscription_id) where state in ('asked', 'active');
create index discount_to_decide on billing.discount (asked_at) where state = 'asked';
call platform.isolate('billing.discount');
revoke delete on billing.discount from ${app}, ${platform};
comment on column billing.discount.decider is 'whose approval it needed; null where whoever gave it needed none';
comment on column billing.discount.begins_on is 'the first day on which a period with it can begin, in the zone of the subscription';
comment on column billing.discount.month_percent is 'percent off a month: what was agreed, at most what whoever gave it may give of one';
comment on column billing.discount.year_percent is 'percent off a year that is paid in advance, likewise';
comment on column billing.discount.ends_on is 'periods that begin on this day or later are without it';

-- Who did what about it, each once. Never changed.
create table billing.discount_step (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    discount_id uuid not null,
    step        text not null check (step in ('asked', 'given', 'approved', 'refused', 'withdrawn', 'ended')),
    done_by     text not null check (char_length(done_by) between 1 and 200),
    role        text not null check (char_length(role) between 1 and 40),
    percent     numeric(5, 2) not null,
    ceiling     numeric(5, 2) not null,
    words       text not null check (char_length(words) <= 500),
    done_at     timestamptz not null,
    primary key (tenant_id, discount_id, step),
    foreign key (tenant_id, discount_id) references billing.discount (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.discount_step');
revoke update, delete on billing.discount_step from ${app}, ${platform};
comment on column billing.discount_step.ceiling is 'percent that the role could give by itself at that moment';

-- Of which steps sellers and the platform were told, each once.
create table billing.discount_notice (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    discount_id uuid not null,
    step        text not null,
    told_at     timestamptz not null,
    primary key (tenant_id, discount_id, step),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.discount_notice');
revoke update, delete on billing.discount_notice from ${app}, ${platform};

-- What is taken off is a line of its own.
alter table billing.invoice_line drop constraint invoice_line_kind_check;
alter table billing.invoice_line
    add constraint invoice_line_kind_check
        check (kind in ('plan', 'year', 'prepaid', 'change', 'discount', 'overage', 'adjustment', 'tax'));
