-- What a tenant may use is held in memory by every process. Whoever changes what it follows from, a request, a webhook or
-- somebody by hand, tells them of the tenant in the same transaction; one that changes much of a tenant tells it once.
create or replace function billing.tell_of_change() returns trigger
    language plpgsql
    as $$
declare
    whose uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
begin
    perform pg_notify('chom', 'subscription_changed ' || whose);
    return null;
end
$$;

create or replace trigger tell_of_change after insert or update or delete on billing.subscription
    for each row execute function billing.tell_of_change();
create or replace trigger tell_of_change after insert or update or delete on billing.entitlement_grant
    for each row execute function billing.tell_of_change();
create or replace trigger tell_of_change after insert or update or delete on billing.purchase
    for each row execute function billing.tell_of_change();
create or replace trigger tell_of_change after insert or update or delete on billing.limit_increase
    for each row execute function billing.tell_of_change();
create or replace trigger tell_of_change after insert or update or delete on billing.plan_change
    for each row execute function billing.tell_of_change();
create or replace trigger tell_of_change after insert or update or delete on billing.pause
    for each row execute function billing.tell_of_change();
create or replace trigger tell_of_change after insert or update or delete on billing.discount
    for each row execute function billing.tell_of_change();
