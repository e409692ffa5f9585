-- What late corrections give back beyond what an invoice comes to is a line of its own, which the next ones take up.
alter table billing.invoice_line drop constraint invoice_line_kind_check;
alter table billing.invoice_line
    add constraint invoice_line_kind_check
        check (kind in ('plan', 'year', 'prepaid', 'change', 'discount', 'overage', 'adjustment', 'carried', 'tax'));
create index invoice_line_carried on billing.invoice_line (tenant_id, invoice_id) where kind = 'carried';
