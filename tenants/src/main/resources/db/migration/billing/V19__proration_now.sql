-- What a dearer plan adds to a month may be billed on the day on which it is chosen, as what it adds to a year is.
alter table billing.plan_change drop constraint plan_change_proration_check;
alter table billing.plan_change
    add constraint plan_change_proration_check check (proration in ('now', 'next_invoice', 'full', 'none'));
