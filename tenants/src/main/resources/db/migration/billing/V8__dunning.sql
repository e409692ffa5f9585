-- What a brand owner does about unpaid invoices of a product; '*' stands for all products that have none of their own.
create table billing.dunning_ladder (
    tenant_id   uuid not null,
    reseller_id uuid not null,
    catalogue   text not null check (char_length(catalogue) between 1 and 60),
    rungs       text[] not null check (cardinality(rungs) between 1 and 20),
    primary key (tenant_id, catalogue),
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.dunning_ladder');

-- When an invoice that is to be paid is looked at next, and until when its issuer gave time. Apart from how it is settled:
-- whoever looks holds up nobody who pays.
create table billing.dunning (
    tenant_id   uuid not null,
    invoice_id  uuid not null,
    reseller_id uuid not null,
    issuer_id   uuid not null,
    look_at     timestamptz,
    held_until  date,
    primary key (tenant_id, invoice_id),
    foreign key (tenant_id, invoice_id) references billing.settlement (tenant_id, invoice_id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
-- What is unpaid by now. What is overdue by now is given two weeks: nobody is warned or stopped because the program became
-- another one. Around the isolation, which is back before anybody else sees the rows again.
alter table billing.settlement no force row level security;
alter table billing.invoice no force row level security;
insert into billing.dunning (tenant_id, invoice_id, reseller_id, issuer_id, look_at, held_until)
select s.tenant_id, s.invoice_id, s.reseller_id, s.issuer_id, now(),
       case when i.due_on < current_date then current_date + 14 end
  from billing.settlement s join billing.invoice i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
 where s.state <> 'paid';
alter table billing.invoice force row level security;
alter table billing.settlement force row level security;
create index dunning_to_look on billing.dunning (look_at) where look_at is not null;
call platform.isolate('billing.dunning');
revoke delete on billing.dunning from ${app}, ${platform};

-- What was done about an unpaid invoice, each step once. Nothing of it is taken back when it is paid.
create table billing.dunning_step (
    tenant_id   uuid not null,
    invoice_id  uuid not null,
    reseller_id uuid not null,
    kind        text not null check (kind in ('reminder', 'final-warning', 'suspension', 'retention-end')),
    day         integer not null check (day between -60 and 365),
    taken_at    timestamptz not null,
    primary key (tenant_id, invoice_id, kind, day),
    foreign key (tenant_id, invoice_id) references billing.settlement (tenant_id, invoice_id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
create index dunning_step_stop on billing.dunning_step (tenant_id, invoice_id) where kind = 'suspension';
call platform.isolate('billing.dunning_step');
revoke update, delete on billing.dunning_step from ${app}, ${platform};

-- What came otherwise than through the payment provider: who says so, and by what it can be checked.
create table billing.manual_payment (
    tenant_id   uuid not null,
    invoice_id  uuid not null,
    reseller_id uuid not null,
    received_on date not null,
    way         text not null check (way in ('transfer', 'cash', 'cheque', 'other')),
    evidence    text not null check (char_length(evidence) between 1 and 200),
    recorded_by text not null check (char_length(recorded_by) between 1 and 200),
    recorded_at timestamptz not null,
    primary key (tenant_id, invoice_id),
    foreign key (tenant_id, invoice_id) references billing.settlement (tenant_id, invoice_id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.manual_payment');
revoke update, delete on billing.manual_payment from ${app}, ${platform};
