package io.chom.tenants.billing.details;

import io.chom.tenants.billing.details.Flaw.Problem;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Failure.Violation;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The billing details of the acting tenant. Its owners and administrators may see and change them, and keys with
 * {@code billing:read} and {@code billing:write}; of the platform also its operators.
 */
@Service
public class BillingDetailsService {

    private static final String CHANNEL = "billing_details_changed";

    private final Profiles profiles;
    private final TransactionalOperator transactions;
    private final Broadcast broadcast;
    private final Clock clock;

    BillingDetailsService(Profiles profiles, TransactionalOperator transactions, Broadcast broadcast, Clock clock) {
        this.profiles = profiles;
        this.transactions = transactions;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    /** What the acting tenant has told, {@link Profile#NONE} before it has. */
    public Mono<Profile> current() {
        return Permission.any("owner", "admin", "operator", "billing:read", "billing:write")
                .flatMap(acting -> profiles.of(List.of(acting.tenant()))
                        .map(found -> found.getOrDefault(acting.tenant(), Profile.NONE)))
                .as(transactions::transactional);
    }

    /**
     * Tells anew. It counts for what is invoiced from now on; no invoice changes. Who sells nothing charges no tax, whatever
     * it tells.
     *
     * @return what is known now. Refused with {@code billing-details.wrong} and a violation for each place of
     *     {@link Flaws}
     */
    public Mono<Profile> change(Profile wanted) {
        return Permission.any("owner", "admin", "operator", "billing:write")
                .flatMap(acting -> {
                    var profile = of(acting, wanted);
                    var flaws = Flaws.of(profile);
                    return flaws.isEmpty() ? save(acting, profile) : Mono.error(() -> wrong(flaws));
                })
                .as(transactions::transactional);
    }

    /** Something, whenever the acting tenant has told anew. */
    public Flux<?> changes() {
        return TenantContext.require().flatMapMany(acting -> broadcast.listen(CHANNEL, acting.tenant()));
    }

    private Mono<Profile> save(Acting acting, Profile profile) {
        return profiles.save(acting, profile, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .then(broadcast.send(CHANNEL, acting.tenant().toString()))
                .thenReturn(profile);
    }

    private static Profile of(Acting acting, Profile wanted) {
        return new Profile(wanted.details(), acting.isReseller() ? plain(wanted.treatment()) : Treatment.NONE);
    }

    /** A rate says something only where tax is charged, and a reason only where it is not. */
    private static Treatment plain(Treatment wanted) {
        return switch (wanted.kind()) {
            case NOT_REGISTERED -> new Treatment(wanted.kind(), Treatment.NONE.rate(), wanted.reason());
            case STANDARD -> new Treatment(wanted.kind(), wanted.rate(), "");
        };
    }

    private static Refused wrong(List<Flaw> flaws) {
        return new Refused(new Failure.Invalid(
                "billing-details.wrong",
                "Some of the billing details are missing or wrong.",
                flaws.stream().map(BillingDetailsService::violation).toList()));
    }

    private static Violation violation(Flaw flaw) {
        var word = flaw.field().word();
        return new Violation(
                "/" + word,
                flaw.problem().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                flaw.problem() == Problem.TOO_LONG
                        ? "At most " + flaw.field().longest() + " characters."
                        : advice(flaw));
    }

    private static String advice(Flaw flaw) {
        return switch (flaw.field()) {
            case COUNTRY -> "Two letters of ISO 3166, such as DE.";
            case VAT_ID -> "The number with the letters of its country in front, such as DE123456789.";
            case TAX_NUMBER -> "Who charges tax names a VAT id or a local tax number.";
            case EMAIL -> "An address such as invoices@example.com.";
            case RATE -> "More than 0 and at most 100 per cent, with at most two digits after the point.";
            case LEGAL_NAME, STREET, SECOND_LINE, POSTAL_CODE, CITY, BUYER_REFERENCE, REASON ->
                flaw.problem() == Problem.MISSING ? "This is needed on an invoice." : "One line of plain text.";
        };
    }
}
