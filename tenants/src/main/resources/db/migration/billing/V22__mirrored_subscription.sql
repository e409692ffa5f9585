-- A subscription as the payment provider knows it, begun there anew with each generation; without a name until the provider
-- has answered.
create table billing.mirrored_subscription (
    tenant_id       uuid not null,
    reseller_id     uuid not null,
    customer        text not null check (char_length(customer) between 1 and 255),
    subscription_id uuid not null,
    generation      integer not null check (generation > 0),
    name            text check (char_length(name) between 1 and 255),
    told            text,
    revision        integer not null default 0 check (revision >= 0),
    told_end        boolean not null default false,
    is_over         boolean not null default false,
    reason          text check (char_length(reason) <= 255),
    primary key (tenant_id, customer, subscription_id),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index mirrored_subscription_by_name on billing.mirrored_subscription (name);
call platform.isolate('billing.mirrored_subscription');
revoke delete on billing.mirrored_subscription from ${app}, ${platform};
