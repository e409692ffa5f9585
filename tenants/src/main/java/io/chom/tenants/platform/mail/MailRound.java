package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.CrossTenant;
import io.chom.tenants.platform.CrossTenant.Purpose;
import io.chom.tenants.platform.mail.Delivery.Delivered;
import io.chom.tenants.platform.mail.Delivery.Fault;
import io.chom.tenants.platform.mail.Delivery.Stopped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what is due. A mail is taken, sent and noted in three steps: a process that dies after the second sends it again,
 * under the same message id, and never not at all.
 */
class MailRound {

    /** Mails that one round sends at the same time. */
    static final int BATCH = 16;

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final Purpose PURPOSE = Purpose.routine("mail suppressions");

    private final MailQueue queue;
    private final Letterheads letterheads;
    private final Dispatch dispatch;
    private final Postman postman;
    private final SuppressionTable suppressions;
    private final OptOuts optOuts;
    private final CrossTenant platform;
    private final Patience patience;
    private final Clock clock;

    MailRound(
            MailQueue queue,
            Letterheads letterheads,
            Dispatch dispatch,
            Postman postman,
            SuppressionTable suppressions,
            OptOuts optOuts,
            CrossTenant platform,
            Patience patience,
            Clock clock) {
        this.queue = queue;
        this.letterheads = letterheads;
        this.dispatch = dispatch;
        this.postman = postman;
        this.suppressions = suppressions;
        this.optOuts = optOuts;
        this.platform = platform;
        this.patience = patience;
        this.clock = clock;
    }

    /** Sends one batch of what is due and yields how many mails that were. */
    Mono<Long> send() {
        return Flux.defer(() -> queue.take(BATCH, clock.instant()))
                .flatMap(mail -> attempt(mail).onErrorResume(failure -> failed(mail, failure)), BATCH)
                .count();
    }

    /** Nothing is noted, so the mail is due again when its lease is over. */
    private static Mono<Boolean> failed(QueuedMail mail, Throwable failure) {
        LOG.warn("Mail {} could not be worked on", mail.id(), failure);
        return Mono.just(false);
    }

    private Mono<Boolean> attempt(QueuedMail mail) {
        return hindrance(mail)
                .flatMap(reason -> queue.settle(mail, "suppressed", reason, clock.instant()))
                .switchIfEmpty(Mono.defer(() -> letterheads
                        .of(mail.owner())
                        .flatMap(head -> attempt(mail, head))
                        .switchIfEmpty(Mono.defer(() -> retry(mail, "The brand is served on no host.")))));
    }

    /** Why the recipient is not to get this mail, asked at the last moment; empty when there is no reason. */
    private Mono<String> hindrance(QueuedMail mail) {
        return platform.one(
                PURPOSE,
                all -> suppressions
                        .covers(all, mail.owner(), mail.recipient(), clock.instant())
                        .filter(covered -> covered)
                        .map(covered -> "The address does not take mails.")
                        .switchIfEmpty(Mono.defer(() -> mail.transactional()
                                ? Mono.empty()
                                : optOuts.cover(
                                                all,
                                                mail.owner(),
                                                mail.recipient(),
                                                mail.contents().kind())
                                        .filter(covered -> covered)
                                        .map(covered -> "The recipient has ended mails of this kind."))));
    }

    private Mono<Boolean> attempt(QueuedMail mail, Letterhead head) {
        String id = mail.messageId() == null ? Dispatch.messageId(mail.id(), head) : mail.messageId();
        return queue.name(mail, id)
                .filter(mine -> mine)
                .flatMap(mine -> postman.deliver(parcel(mail, head, id)))
                .flatMap(delivery -> note(mail, delivery))
                .defaultIfEmpty(false);
    }

    private Parcel parcel(QueuedMail mail, Letterhead head, String messageId) {
        return dispatch.parcel(
                head, messageId, mail.contents(), mail.transactional(), mail.recipient(), mail.language());
    }

    private Mono<Boolean> note(QueuedMail mail, Delivery delivery) {
        return switch (delivery) {
            case Delivered(String sentence) ->
                platform.one(PURPOSE, all -> suppressions.forgive(all, mail.owner(), mail.recipient()))
                        .then(Mono.defer(() -> queue.settle(mail, "sent", sentence, clock.instant())));
            case Stopped stopped when stopped.isFinal() -> end(mail, stopped);
            case Stopped stopped -> isLast(mail) ? end(mail, stopped) : retry(mail, reason(stopped));
        };
    }

    private Mono<Boolean> end(QueuedMail mail, Stopped stopped) {
        return strike(mail, stopped)
                .then(Mono.defer(() -> queue.settle(mail, "failed", reason(stopped), clock.instant())));
    }

    /** A soft refusal counts once for a mail and not for an attempt, as many servers turn strangers away at first. */
    private Mono<Void> strike(QueuedMail mail, Stopped stopped) {
        boolean soft = stopped.fault() == Fault.RECIPIENT_REFUSED && !stopped.isFinal();
        return stopped.isDeadAddress() || soft
                ? platform.one(
                        PURPOSE,
                        all -> suppressions.put(
                                all, sender(mail), mail.recipient(), !soft, stopped.sentence(), clock.instant()))
                : Mono.empty();
    }

    private static Acting sender(QueuedMail mail) {
        return new Acting(mail.owner(), mail.owner(), Actor.job("mail sender"));
    }

    private Mono<Boolean> retry(QueuedMail mail, String reason) {
        return isLast(mail)
                ? queue.settle(mail, "failed", reason, clock.instant())
                : queue.again(mail, next(mail), reason);
    }

    /** Whether there is no time for another attempt, whatever the chance in its pause. */
    private boolean isLast(QueuedMail mail) {
        return !clock.instant().isBefore(mail.giveUpAt());
    }

    private Instant next(QueuedMail mail) {
        Instant next = clock.instant().plus(patience.after(mail.attempt()));
        return next.isAfter(mail.giveUpAt()) ? mail.giveUpAt() : next;
    }

    private static String reason(Stopped stopped) {
        String name = stopped.fault().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return stopped.sentence().isEmpty() ? name : name + ": " + stopped.sentence();
    }
}
