-- Of what a customer was reminded before it was charged, each once.
create table billing.reminder (
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    subscription_id uuid not null,
    kind            text not null check (kind in ('renewal', 'resumption')),
    due_on          date not null,
    told_at         timestamptz not null,
    primary key (tenant_id, subscription_id, kind, due_on),
    foreign key (tenant_id, subscription_id) references billing.subscription (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.reminder');
revoke update, delete on billing.reminder from ${app}, ${platform};
