package io.chom.tenants.billing;

import io.chom.tenants.billing.InvoiceBook.Entry;
import io.chom.tenants.billing.NumberSeries.Taken;
import io.chom.tenants.billing.details.TaxRules;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes bills as invoices. */
final class Bills {

    private final Broadcast broadcast;
    private final int dueDays;

    /** @param dueDays until so many days after its day, an invoice is to be paid */
    Bills(Broadcast broadcast, int dueDays) {
        this.broadcast = broadcast;
        this.dueDays = dueDays;
    }

    /** Those that charge anything, each with the tax and the next number of its issuer. */
    Mono<Void> add(DatabaseClient database, List<Bill> bills, TenantId platform, Instant now) {
        var charging = bills.stream().filter(bill -> !bill.isEmpty()).toList();
        var sides = charging.stream()
                .flatMap(bill ->
                        Stream.of(bill.issuer(platform), bill.subscription().customer()))
                .distinct()
                .toList();
        return charging.isEmpty()
                ? Mono.empty()
                : TaxRules.held(database, sides)
                        .map(known -> charging.stream()
                                .map(bill -> bill.taxed(known, platform))
                                .toList())
                        .flatMap(taxed -> write(database, taxed, platform, now));
    }

    private Mono<Void> write(DatabaseClient database, List<Bill> bills, TenantId platform, Instant now) {
        var book = new InvoiceBook(database);
        Map<TenantId, List<Bill>> charged =
                bills.stream().collect(Collectors.groupingBy(bill -> bill.issuer(platform)));
        return NumberSeries.INVOICE
                .take(database, counts(charged))
                .map(taken -> entries(charged, taken, now))
                .flatMap(entries -> book.write(entries).then(told(entries)));
    }

    private static Map<TenantId, Integer> counts(Map<TenantId, List<Bill>> charged) {
        return charged.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().size()));
    }

    private List<Entry> entries(Map<TenantId, List<Bill>> charged, Map<TenantId, Taken> taken, Instant now) {
        return charged.entrySet().stream()
                .flatMap(one -> entries(one.getKey(), one.getValue(), taken.get(one.getKey()), now))
                .toList();
    }

    private Stream<Entry> entries(TenantId issuer, List<Bill> bills, @Nullable Taken taken, Instant now) {
        if (taken == null) {
            throw new IllegalStateException("There is no issuer " + issuer + ".");
        }
        int first = taken.last() - bills.size() + 1;
        return IntStream.range(0, bills.size())
                .mapToObj(at -> bills.get(at).numbered(issuer, taken.prefix(), first + at, now, dueDays));
    }

    private Mono<Void> told(List<Entry> entries) {
        return Flux.fromIterable(entries)
                .concatMap(one -> broadcast.send(
                        InvoiceService.CHANNEL, one.invoice().customer().toString()))
                .then();
    }
}
