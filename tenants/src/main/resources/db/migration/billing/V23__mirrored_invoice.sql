-- A paid invoice as the payment provider knows it: without a name until the provider has answered, and shown with what was
-- credited by then.
create table billing.mirrored_invoice (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    customer    text not null check (char_length(customer) between 1 and 255),
    invoice_id  uuid not null,
    name        text check (char_length(name) between 1 and 255),
    credited    bigint check (credited >= 0),
    reason      text check (char_length(reason) <= 255),
    primary key (tenant_id, customer, invoice_id),
    foreign key (tenant_id, invoice_id) references billing.settlement (tenant_id, invoice_id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.mirrored_invoice');
revoke delete on billing.mirrored_invoice from ${app}, ${platform};
