-- Who a tenant is on paper: how it is named as a buyer and, where it sells, as a seller, and what tax it charges then. There
-- is no row until somebody fills it in, and nothing of it is on invoices until then.
create table billing.billing_details (
    tenant_id       uuid primary key,
    reseller_id     uuid not null,
    legal_name      text not null check (char_length(legal_name) between 1 and 200),
    street          text not null check (char_length(street) between 1 and 200),
    second_line     text not null check (char_length(second_line) <= 200),
    postal_code     text not null check (char_length(postal_code) between 1 and 20),
    city            text not null check (char_length(city) between 1 and 100),
    country         text not null check (char_length(country) = 2),
    vat_id          text not null check (char_length(vat_id) <= 20),
    tax_number      text not null check (char_length(tax_number) <= 40),
    email           text not null check (char_length(email) <= 254),
    buyer_reference text not null check (char_length(buyer_reference) <= 100),
    treatment       text not null check (treatment in ('standard', 'not_registered')),
    rate            numeric(5, 2) not null check (rate between 0 and 100 and (treatment = 'standard') = (rate > 0)),
    exempt_reason   text not null check (char_length(exempt_reason) <= 300),
    changed_by      text not null check (char_length(changed_by) between 1 and 200),
    changed_at      timestamptz not null,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.billing_details');
comment on column billing.billing_details.rate is 'per cent that a seller charges; 0 where it is not registered';
comment on column billing.billing_details.exempt_reason is 'why it charges no tax, in its own words; empty for the usual ones';

-- What stood in the details of both sides when an invoice was written. What is changed later changes no invoice.
create table billing.invoice_party (
    tenant_id       uuid not null,
    invoice_id      uuid not null,
    side            text not null check (side in ('seller', 'buyer')),
    reseller_id     uuid not null,
    legal_name      text not null,
    street          text not null,
    second_line     text not null,
    postal_code     text not null,
    city            text not null,
    country         text not null,
    vat_id          text not null,
    tax_number      text not null,
    email           text not null,
    buyer_reference text not null,
    primary key (tenant_id, invoice_id, side),
    foreign key (tenant_id, invoice_id) references billing.invoice (tenant_id, id) on update cascade,
    foreign key (tenant_id, reseller_id) references tenancy.tenant (tenant_id, reseller_id) on update cascade
);
call platform.isolate('billing.invoice_party');
revoke update, delete on billing.invoice_party from ${app}, ${platform};

-- The tax is a line, so that the lines go on to add up to the total. Its figures are its own.
alter table billing.invoice_line
    add column tax_category text check (tax_category in ('standard', 'reverse_charge', 'exempt', 'outside')),
    add column tax_rate numeric(5, 2),
    add column tax_base bigint,
    add column tax_reason text,
    add constraint tax_has_its_figures check (
        (kind = 'tax') = (tax_category is not null)
        and num_nulls(tax_category, tax_rate, tax_base, tax_reason) in (0, 4));
alter table billing.invoice_line drop constraint invoice_line_kind_check;
alter table billing.invoice_line
    add constraint invoice_line_kind_check
        check (kind in ('plan', 'year', 'prepaid', 'change', 'overage', 'adjustment', 'discount', 'tax'));
