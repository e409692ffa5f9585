-- What a tenant asks for where its plan stops, and what it was given: until a day, or for as long as the subscription runs. A
-- limit is never lowered by it. One request of a meter waits at a time.
create table billing.limit_increase (
    id              uuid not null,
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    subscription_id uuid not null,
    meter           text not null,
    included        numeric not null check (included >= 0),
    wanted          numeric not null check (wanted >= included),
    reason          text not null check (char_length(reason) <= 500),
    asked_at        timestamptz not null,
    state           text not null default 'asked' check (state in ('asked', 'granted', 'declined', 'withdrawn', 'ended')),
    granted         numeric check (granted >= included),
    effective_on    date,
    ends_on         date check (ends_on >= effective_on),
    answer          text not null default '' check (char_length(answer) <= 500),
    decided_at      timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, subscription_id) references billing.subscription (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade,
    check (state not in ('granted', 'ended') or (granted is not null and effective_on is not null)),
    check (state = 'asked' or decided_at is not null)
);
create unique index one_waiting_increase on billing.limit_increase (tenant_id, subscription_id, meter) where state = 'asked';
create index limit_increase_waiting on billing.limit_increase (asked_at) where state = 'asked';
call platform.isolate('billing.limit_increase');
revoke delete on billing.limit_increase from ${app}, ${platform};

-- Of which requests a seller was told, each once.
create table billing.limit_increase_notice (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    increase_id uuid not null,
    told_at     timestamptz not null,
    primary key (tenant_id, increase_id),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.limit_increase_notice');
revoke update, delete on billing.limit_increase_notice from ${app}, ${platform};
