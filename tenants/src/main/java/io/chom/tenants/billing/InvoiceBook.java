package io.chom.tenants.billing;

import static java.util.Map.entry;

import io.chom.tenants.billing.LineItem.Counted;
import io.chom.tenants.billing.LineItem.Moved;
import io.chom.tenants.billing.LineItem.Off;
import io.chom.tenants.billing.LineItem.Seated;
import io.chom.tenants.billing.LineItem.Share;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.platform.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes invoices, many in few statements, all in the transaction of the client. */
final class InvoiceBook {

    private static final String INSERT = """
            insert into billing.invoice (id, tenant_id, reseller_id, issuer_id, prefix, number, subscription_id, catalogue,
                   version, plan, period_from, period_until, time_zone, currency, total, status, issued_at, due_on, ahead)
            select id, tenant, reseller, issuer, prefix, number, subscription, catalogue, version, plan, cast(starts as date),
                   cast(ends as date), zone, currency, total, status, cast(issued as timestamptz), cast(due as date),
                   cast(nullif(ahead, '') as integer)
              from unnest(cast(:ids as uuid[]), cast(:tenants as uuid[]), cast(:resellers as uuid[]),
                   cast(:issuers as uuid[]), cast(:prefixes as text[]), cast(:numbers as integer[]),
                   cast(:subscriptions as uuid[]), cast(:catalogues as text[]), cast(:versions as integer[]),
                   cast(:plans as text[]), cast(:starts as text[]), cast(:ends as text[]), cast(:zones as text[]),
                   cast(:currencies as text[]), cast(:totals as bigint[]), cast(:statuses as text[]),
                   cast(:issued as text[]), cast(:due as text[]), cast(:aheads as text[]))
                as one (id, tenant, reseller, issuer, prefix, number, subscription, catalogue, version, plan, starts, ends,
                        zone, currency, total, status, issued, due, ahead)
            """;

    private static final String SETTLE = """
            with settled as (
                insert into billing.settlement (tenant_id, invoice_id, reseller_id, issuer_id, total, state, paid_at,
                       next_try_at)
                select tenant_id, id, reseller_id, issuer_id, total, status, case status when 'paid' then issued_at end,
                       case status when 'open' then issued_at end
                  from billing.invoice where id = any(cast(:ids as uuid[]))
                returning tenant_id, invoice_id, reseller_id, issuer_id, next_try_at)
            insert into billing.dunning (tenant_id, invoice_id, reseller_id, issuer_id, look_at)
            select tenant_id, invoice_id, reseller_id, issuer_id, next_try_at + interval '1 hour'
              from settled where next_try_at is not null
            """;

    private static final String INSERT_LINES = """
            insert into billing.invoice_line (invoice_id, position, tenant_id, reseller_id, kind, subject, label, formula,
                   days_from, days_until, included, units, size, unit_price, flat, is_first, replaced, seats, seats_before, tax_category,
                   tax_rate, tax_base, tax_reason, amount)
            select invoice, position, tenant, reseller, kind, subject, label, formula, cast(starts as date),
                   cast(ends as date), cast(nullif(included, '') as numeric), cast(nullif(units, '') as numeric),
                   cast(nullif(size, '') as numeric), cast(nullif(price, '') as numeric), cast(nullif(flat, '') as bigint),
                   is_first, nullif(replaced, ''), nullif(seats, 0), nullif(before, 0), nullif(tax, ''), cast(nullif(rate, '') as numeric),
                   cast(nullif(base, '') as bigint), case when tax <> '' then reason end, amount
              from unnest(cast(:invoices as uuid[]), cast(:positions as integer[]), cast(:tenants as uuid[]),
                   cast(:resellers as uuid[]), cast(:kinds as text[]), cast(:subjects as text[]), cast(:labels as text[]),
                   cast(:formulas as text[]), cast(:starts as text[]), cast(:ends as text[]), cast(:included as text[]),
                   cast(:units as text[]), cast(:sizes as text[]), cast(:prices as text[]), cast(:flats as text[]),
                   cast(:firsts as boolean[]), cast(:replaced as text[]), cast(:seats as integer[]), cast(:befores as integer[]),
                   cast(:taxes as text[]), cast(:rates as text[]),
                   cast(:bases as text[]), cast(:reasons as text[]), cast(:amounts as bigint[]))
                as one (invoice, position, tenant, reseller, kind, subject, label, formula, starts, ends, included, units,
                        size, price, flat, is_first, replaced, seats, before, tax, rate, base, reason, amount)
            """;

    /** The columns of an invoice, and how each is written. */
    private static final Map<String, Function<Entry, Object>> HEAD = Map.ofEntries(
            entry("ids", one -> one.invoice().id()),
            entry("tenants", one -> one.invoice().customer()),
            entry("resellers", Entry::reseller),
            entry("issuers", one -> one.invoice().issuer()),
            entry("prefixes", Entry::prefix),
            entry("numbers", Entry::number),
            entry("subscriptions", one -> one.invoice().subscription()),
            entry("catalogues", one -> one.invoice().plan().catalogue()),
            entry("versions", one -> one.invoice().plan().version()),
            entry("plans", one -> one.invoice().plan().plan()),
            entry("starts", one -> one.invoice().period().from()),
            entry("ends", one -> one.invoice().period().until()),
            entry("zones", one -> one.invoice().period().zone()),
            entry("currencies", one -> one.invoice().total().currency()),
            entry("totals", one -> one.invoice().total().minor()),
            entry("statuses", one -> one.invoice().status().word()),
            entry("issued", one -> one.invoice().issuedAt()),
            entry("due", one -> one.invoice().dueOn()),
            entry("aheads", one -> one.ahead() == null ? "" : one.ahead()));

    /** The columns of a line. */
    private static final Map<String, Function<Row, Object>> LINE = Map.ofEntries(
            entry("invoices", one -> one.entry().invoice().id()),
            entry("positions", Row::position),
            entry("tenants", one -> one.entry().invoice().customer()),
            entry("resellers", one -> one.entry().reseller()),
            entry("kinds", one -> one.line().kind().name().toLowerCase(Locale.ROOT)),
            entry("subjects", one -> one.line().subject()),
            entry("labels", one -> one.line().label()),
            entry("formulas", one -> one.line().formula()),
            entry("starts", one -> one.line().days().from()),
            entry("ends", one -> one.line().days().until()),
            entry("included", one -> one.counted(counted -> counted.included().toPlainString())),
            entry("units", Row::units),
            entry("sizes", Row::size),
            entry("prices", Row::price),
            entry("flats", Row::flat),
            entry("firsts", one -> !(one.line().figures() instanceof Counted counted) || counted.isFirst()),
            entry("replaced", one -> one.line().figures() instanceof Share share ? share.replaced() : ""),
            entry("seats", Row::seats),
            entry("befores", one -> one.line().figures() instanceof Share share ? share.seatsBefore() : 0),
            entry("taxes", one -> one.tax(taxed -> taxed.rule().category().word())),
            entry("rates", one -> one.tax(taxed -> taxed.rule().rate().toPlainString())),
            entry("bases", one -> one.tax(taxed -> taxed.base().minor())),
            entry("reasons", one -> one.tax(taxed -> taxed.rule().reason())),
            entry("amounts", one -> one.line().amount().minor()));

    private final DatabaseClient database;

    InvoiceBook(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An invoice to be written: its number as it is taken apart, the owner of the customer's brand, and which of those in
     * advance it is.
     */
    record Entry(
            ItemisedInvoice itemised,
            TenantId reseller,
            String prefix,
            int number,
            @Nullable Integer ahead) {

        Invoice invoice() {
            return itemised.invoice();
        }
    }

    private record Row(Entry entry, int position, LineItem line) {

        String counted(Function<Counted, Object> figure) {
            return line.figures() instanceof Counted counted
                    ? figure.apply(counted).toString()
                    : "";
        }

        String units() {
            return switch (line.figures()) {
                case null -> "";
                case Taxed _, Moved _ -> "";
                case Counted counted -> counted.charge().units().toPlainString();
                case Share share -> String.valueOf(share.days());
                case Seated seated -> String.valueOf(seated.more());
                case Off off -> off.percent().toPlainString();
            };
        }

        String size() {
            return line.figures() instanceof Share share
                    ? String.valueOf(share.of())
                    : counted(counted -> counted.charge().size().toPlainString());
        }

        String price() {
            return switch (line.figures()) {
                case null -> "";
                case Taxed _ -> "";
                case Counted counted -> counted.charge().price().amount().toPlainString();
                case Share share -> share.difference().major().toPlainString();
                case Seated seated -> seated.each().major().toPlainString();
                case Off off -> off.of().major().toPlainString();
                case Moved moved -> moved.before().major().toPlainString();
            };
        }

        String flat() {
            return switch (line.figures()) {
                case Counted counted -> String.valueOf(counted.charge().flat().minor());
                case Seated seated -> String.valueOf(seated.base().minor());
                case Moved moved -> String.valueOf(moved.after().minor());
                case null, default -> "";
            };
        }

        int seats() {
            return switch (line.figures()) {
                case Share share -> share.seats();
                case Seated seated -> seated.seats();
                case null, default -> 0;
            };
        }

        String tax(Function<Taxed, Object> ofTaxed) {
            return line.figures() instanceof Taxed taxed ? ofTaxed.apply(taxed).toString() : "";
        }
    }

    /** Writes them with their lines, and who both sides are by now. */
    Mono<Void> write(List<Entry> entries) {
        return entries.isEmpty()
                ? Mono.empty()
                : heads(entries)
                        .then(settlements(entries))
                        .then(lines(rows(entries)))
                        .then(new PartyBook(database)
                                .write(column(entries, one -> one.invoice().id())));
    }

    private Mono<Void> heads(List<Entry> all) {
        return insert(INSERT, HEAD, all);
    }

    /** What is nothing or less is settled at once. Reminders wait for an hour, in which at the end of a month many more are written. */
    private Mono<Void> settlements(List<Entry> all) {
        return database.sql(SETTLE)
                .bind("ids", column(all, one -> one.invoice().id()))
                .then();
    }

    private Mono<Void> lines(List<Row> all) {
        return insert(INSERT_LINES, LINE, all);
    }

    private <T> Mono<Void> insert(String statement, Map<String, Function<T, Object>> columns, List<T> rows) {
        var insert = database.sql(statement);
        for (var one : columns.entrySet()) {
            insert = insert.bind(one.getKey(), column(rows, one.getValue()));
        }
        return insert.then();
    }

    private static List<Row> rows(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> {
                    var lines = entry.itemised().lines();
                    return IntStream.range(0, lines.size()).mapToObj(at -> new Row(entry, at + 1, lines.get(at)));
                })
                .toList();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, Object> cell) {
        return rows.stream().map(cell).map(Object::toString).toArray(String[]::new);
    }
}
