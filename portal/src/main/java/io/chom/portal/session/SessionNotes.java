package io.chom.portal.session;

import io.chom.tenants.identity.SignIn;
import io.chom.tenants.identity.SignInBook;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notes in the book that all processes read which sessions this one has. What an outage kept out comes with the next
 * round. One note after the other: a round beside an end would write in again what has just been struck out.
 */
@Component
class SessionNotes {

    private static final Logger LOG = LoggerFactory.getLogger(SessionNotes.class);

    private final Sessions sessions;
    private final SignInBook book;

    SessionNotes(Sessions sessions, SignInBook book) {
        this.sessions = sessions;
        this.book = book;
    }

    /** Notes as long as somebody wants it; never ends. */
    Flux<Void> taken() {
        var rounds = Flux.interval(Duration.ofSeconds(SignInBook.PACE_SECONDS)).map(tick -> round());
        var news = sessions.news().map(this::note);
        return Flux.merge(rounds, news).onBackpressureBuffer().concatMap(note -> note);
    }

    private Mono<Void> round() {
        return Mono.defer(() -> Flux.fromIterable(sessions.notStruckOut())
                        .concatMap(this::strikeOut)
                        .then(book.keep(
                                sessions.all().stream().map(sessions::kept).toList())))
                .doOnError(error -> LOG.warn("Other processes do not learn of the sessions of this one", error))
                .onErrorComplete();
    }

    private Mono<Void> note(Sessions.News news) {
        var session = news.session();
        return Mono.defer(() -> news.began() ? book.begin(sessions.kept(session)) : strikeOut(session.signIn()))
                .doOnError(error -> LOG.warn("Other processes do not learn of session {}", session.handle(), error))
                .onErrorComplete();
    }

    /** Another process would go on with a session that has ended, were it to stay in the book. */
    private Mono<Void> strikeOut(SignIn one) {
        return book.end(one).doOnSuccess(done -> sessions.struckOut(one.handle()));
    }

    /** Those of this process that have ended in another one, which had gone on with them; never ends. */
    Flux<OpenSession> endedElsewhere() {
        return book.ended()
                .onBackpressureBuffer()
                .doOnNext(sessions::struckOut)
                .concatMapIterable(handle -> sessions.find(handle).stream().toList());
    }
}
