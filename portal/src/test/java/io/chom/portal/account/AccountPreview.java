package io.chom.portal.account;

import io.chom.portal.preview.Scene;
import io.chom.tenants.identity.Credentials;
import io.chom.tenants.identity.SessionHandle;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The person's own screens with made-up sessions. */
@Configuration(proxyBeanMethods = false)
@Import(AccountNavigation.class)
public class AccountPreview {

    @Bean
    Credentials credentials() {
        return () -> Flux.fromIterable(AccountSamples.CREDENTIALS);
    }

    @Bean
    OwnSessions ownSessions(Scene scene) {
        return new OwnSessions() {
            @Override
            public SessionHandle here() {
                return AccountSamples.HERE;
            }

            @Override
            public Mono<List<OwnSession>> list() {
                return scene.answer(
                        () -> AccountSamples.sessions(0),
                        () -> AccountSamples.sessions(2),
                        () -> AccountSamples.sessions(40));
            }

            @Override
            public Flux<?> changes() {
                return Flux.never();
            }

            @Override
            public Mono<Void> end(SessionHandle session) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> endOthers(SessionHandle kept) {
                return Mono.empty();
            }
        };
    }
}
