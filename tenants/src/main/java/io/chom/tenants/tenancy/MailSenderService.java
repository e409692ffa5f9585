package io.chom.tenants.tenancy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Permission;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.Delivery;
import io.chom.tenants.platform.mail.Letterheads;
import io.chom.tenants.platform.mail.Mails;
import io.chom.tenants.tenancy.MailSenderSettings.OwnServer;
import io.chom.tenants.tenancy.MailSenderSettings.Verification;
import io.chom.tenants.tenancy.MailSenders.Stored;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** How a brand sends mail: name, address for answers, an address of its own domain, a server of its own. */
@Service
public class MailSenderService {

    private static final int LONGEST_PASSWORD = 200;

    private final MailSenders senders;
    private final MailServerSeal seal;
    private final Letterheads letterheads;
    private final Mails mails;
    private final TenantService tenants;
    private final TransactionalOperator transactions;
    private final Clock clock;

    MailSenderService(
            MailSenders senders,
            MailServerSeal seal,
            Letterheads letterheads,
            Mails mails,
            TenantService tenants,
            TransactionalOperator transactions,
            Clock clock) {
        this.senders = senders;
        this.seal = seal;
        this.letterheads = letterheads;
        this.mails = mails;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How the acting brand owner sends. An owner or admin of the brand may. */
    public Mono<MailSenderSettings> settings() {
        return editor().flatMap(acting -> stored(acting).as(transactions::transactional))
                .map(Stored::settings);
    }

    /**
     * Changes how the acting brand owner sends, for every mail from now on. An owner or admin of the brand may.
     *
     * @param wanted of which the verification is not looked at: only {@link #verify} gives one
     * @param password of the server’s user; null to keep the one that is there, which goes on only for the same server and
     *     user
     * @return fails with {@link Failure.Invalid} {@code mail-sender.password-missing} when there is a user and no password
     */
    public Mono<MailSenderSettings> save(MailSenderSettings wanted, @Nullable String password) {
        return editor().flatMap(acting -> stored(acting)
                .map(before -> new Kept(sealed(acting, wanted, password, before)))
                .flatMap(kept -> senders.put(acting, wanted, kept.sealed()))
                .then(Mono.defer(() -> stored(acting)))
                .map(Stored::settings)
                .as(transactions::transactional));
    }

    /** What becomes of the password; a value of its own, as there may be none. */
    private record Kept(byte @Nullable [] sealed) {}

    /** Goes back to how the installation sends. An owner or admin of the brand may. */
    public Mono<MailSenderSettings> reset() {
        return save(MailSenderSettings.NONE, null);
    }

    /**
     * Notes that mail of a domain may be sent by us, after SPF, DKIM and DMARC were looked at. A job may, or an operator of
     * the platform. It counts for addresses of this very domain.
     *
     * @param evidence what was found, at most 2,000 characters
     */
    public Mono<Void> verify(TenantId owner, HostName domain, String evidence) {
        String kept = evidence.length() > 2_000 ? evidence.substring(0, 2_000) : evidence;
        return asOwner(owner, acting -> senders.verify(acting, new Verification(domain, clock.instant(), kept)));
    }

    /** Takes the proof of a domain back, when a later look did not find it. A job may, or an operator of the platform. */
    public Mono<Void> doubt(TenantId owner) {
        return asOwner(owner, senders::doubt);
    }

    /**
     * Sends a mail at once, as the acting brand owner’s settings say, and tells what came of it. An owner or admin of the
     * brand may.
     *
     * @param to usually the one who asks
     * @return fails with {@link Failure.Conflict} {@code mail-sender.no-host} while the brand is served nowhere
     */
    public Mono<Delivery> test(EmailAddress to) {
        return editor().flatMap(acting -> letterheads.of(acting.tenant()))
                .switchIfEmpty(Mono.error(() -> new Refused(new Failure.Conflict(
                        "mail-sender.no-host",
                        "Mails lead to your portal, and that is not served on any domain yet."))))
                .flatMap(
                        head -> mails.deliver(new TestMail(head.assets().brand().name()), to, head));
    }

    private Mono<Stored> stored(Acting acting) {
        return senders.find(acting.tenant()).defaultIfEmpty(Stored.NONE);
    }

    private byte @Nullable [] sealed(
            Acting acting, MailSenderSettings wanted, @Nullable String password, Stored before) {
        OwnServer server = wanted.server();
        if (server == null || server.user() == null) {
            return null;
        }
        if (password != null && !password.isEmpty() && password.length() <= LONGEST_PASSWORD) {
            return seal.close(acting.tenant(), server, password);
        }
        if (before.sealed() == null || !isSameLogin(server, before.settings().server())) {
            throw new Refused(Failure.Invalid.of(
                    "mail-sender.password-missing", "Give the password of this user, of 1–200 characters."));
        }
        return before.sealed();
    }

    private static boolean isSameLogin(OwnServer wanted, @Nullable OwnServer before) {
        return before != null
                && wanted.host().equals(before.host())
                && wanted.port() == before.port()
                && String.valueOf(wanted.user()).equals(before.user());
    }

    private Mono<Void> asOwner(TenantId owner, Function<Acting, Mono<Void>> work) {
        return Permission.any("operator")
                .flatMap(acting -> acting.actor().kind() == Actor.Kind.JOB
                        ? Mono.just(acting.as(owner, owner))
                        : tenants.acting(owner))
                .flatMap(target -> Mono.defer(() -> work.apply(target))
                        .as(transactions::transactional)
                        .contextWrite(TenantContext.as(target)));
    }

    private static Mono<Acting> editor() {
        return Permission.any("owner", "admin").filter(Acting::isReseller).switchIfEmpty(Permission.denied());
    }
}
