-- A plan may be paused for whole months: nothing is owed for them, and nothing may be used. What was asked for stays as it was
-- asked for; a pause that was ended early says since when.
create table billing.pause (
    id              uuid not null,
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    subscription_id uuid not null,
    begins_on       date not null,
    ends_on         date not null check (ends_on >= begins_on),
    resumed_on      date check (resumed_on between begins_on and ends_on),
    asked_by        text not null check (char_length(asked_by) between 1 and 200),
    asked_at        timestamptz not null,
    withdrawn_at    timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, subscription_id) references billing.subscription (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create unique index one_pause_at_a_time on billing.pause (tenant_id, subscription_id, begins_on) where withdrawn_at is null;
call platform.isolate('billing.pause');
revoke delete on billing.pause from ${app}, ${platform};
comment on column billing.pause.begins_on is 'its first day, the first of a period, in the zone of the subscription';
comment on column billing.pause.ends_on is 'the first day after it as it was asked for, the first of a period';
comment on column billing.pause.resumed_on is 'the first day after it where it was ended early; the months are counted from there';
