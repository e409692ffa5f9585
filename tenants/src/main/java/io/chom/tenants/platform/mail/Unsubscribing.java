package io.chom.tenants.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.Seal;
import io.chom.tenants.platform.Seals;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * How the holder of an address ends mails of a kind: by a link that only this program can have made, in the mail and for
 * one click in its {@code List-Unsubscribe} (RFC 8058). Who has the mail has the link, so it asks for no log-in; it holds
 * for the brand that sent it, for one address and one kind, and shows neither.
 */
@Service
public class Unsubscribing {

    /** Where the link leads, on the brand's own host. */
    public static final String PATH = "/mail/leave";

    /** The link's parameter. */
    public static final String PARAMETER = "t";

    private static final int LONGEST = 1_000;

    private final Seal seal;
    private final OptOuts wishes;
    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Unsubscribing(
            Seals seals, OptOuts wishes, DatabaseClient database, TransactionalOperator transactions, Clock clock) {
        this.seal = seals.of("mail unsubscribe link");
        this.wishes = wishes;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a link asks for.
     *
     * @param address whose
     * @param kind of mail that is to end
     * @param language in which the mail was written
     */
    public record Wish(EmailAddress address, String kind, Locale language) {}

    /** The link for one mail. */
    URI link(Letterhead head, Wish wish) {
        String text = String.join(
                " ", wish.language().getLanguage(), wish.kind(), wish.address().value());
        byte[] closed = seal.close(text.getBytes(UTF_8), place(head.owner()));
        return URI.create(head.origin() + PATH + "?" + PARAMETER + "="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(closed));
    }

    /**
     * What the link asks for; empty when it is not one of this owner's, or is damaged. Anybody may ask.
     *
     * @param token value of {@link #PARAMETER}
     */
    public Optional<Wish> read(TenantId owner, String token) {
        try {
            return token.length() > LONGEST
                    ? Optional.empty()
                    : seal.open(Base64.getUrlDecoder().decode(token), place(owner))
                            .map(Unsubscribing::wish);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Ends the mails that the link asks to end; the same link may come twice. Anybody who has it may. */
    public Mono<Wish> leave(TenantId owner, String token) {
        var acting = new Acting(owner, owner, Actor.job("unsubscribe link"));
        return Mono.defer(() -> Mono.justOrEmpty(read(owner, token)))
                .switchIfEmpty(Mono.error(() -> new Refused(Failure.NotFound.of("link"))))
                .flatMap(wish -> wishes.put(database, acting, wish, clock.instant())
                        .as(transactions::transactional)
                        .thenReturn(wish))
                .contextWrite(TenantContext.as(acting));
    }

    private static Wish wish(byte[] text) {
        String[] parts = new String(text, UTF_8).split(" ", 3);
        return new Wish(new EmailAddress(parts[2]), parts[1], Locale.of(parts[0]));
    }

    private static byte[] place(TenantId owner) {
        return owner.toString().getBytes(UTF_8);
    }
}
