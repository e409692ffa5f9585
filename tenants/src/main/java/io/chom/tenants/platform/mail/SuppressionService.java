package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The addresses that get no mails of a brand because they take none. */
@Service
public class SuppressionService {

    /** Addresses in one answer. */
    public static final int PAGE = 200;

    private static final Purpose BOUNCES = Purpose.routine("mail bounces");

    private final SuppressionTable table;
    private final DatabaseClient database;
    private final CrossTenant platform;
    private final TransactionalOperator transactions;
    private final Clock clock;

    SuppressionService(
            SuppressionTable table,
            DatabaseClient database,
            CrossTenant platform,
            TransactionalOperator transactions,
            Clock clock) {
        this.table = table;
        this.database = database;
        this.platform = platform;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The list of the acting brand owner, by address. An owner or admin of the brand may.
     *
     * @param after the last address that the caller has seen; null for the first {@link #PAGE}
     */
    public Flux<Suppression> list(@Nullable EmailAddress after) {
        String from = after == null ? "" : after.value();
        return mayChange()
                .flatMapMany(acting -> table.of(database, acting.tenant(), from, PAGE, clock.instant()))
                .as(transactions::transactional);
    }

    /** Lets an address of the acting brand owner’s list get mails again. An owner or admin of the brand may. */
    public Mono<Void> lift(EmailAddress address) {
        return mayChange()
                .flatMap(acting -> table.remove(database, acting.tenant(), address)
                        .filter(removed -> removed)
                        .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("suppressed address"))))
                        .as(transactions::transactional))
                .then();
    }

    /**
     * Notes that a mail came back later, after its server had taken it. Only a job may.
     *
     * @param owner of the brand in which it was sent
     * @param hard whether the address does not exist, rather than being full or asleep
     * @param sentence what the report said
     */
    public Mono<Void> bounced(TenantId owner, EmailAddress address, boolean hard, String sentence) {
        return Permission.any("operator")
                .flatMap(acting -> platform.one(
                        BOUNCES,
                        all -> table.put(
                                all,
                                new Acting(owner, owner, acting.actor()),
                                address,
                                hard,
                                SmtpTalk.line(sentence),
                                clock.instant())));
    }

    private static Mono<Acting> mayChange() {
        return Permission.any("owner", "admin").filter(Acting::isReseller).switchIfEmpty(Permission.denied());
    }
}
