package io.chom.portal.operator;

import io.chom.portal.preview.Scene;
import io.chom.tenants.reseller.PlatformOverview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The operator's screens on made-up figures. */
@Configuration(proxyBeanMethods = false)
@Import(OperatorNavigation.class)
public class OperatorPreview {

    @Bean
    PlatformFigures platformFigures(Scene scene) {
        return new PlatformFigures() {
            @Override
            public Mono<PlatformOverview> current() {
                return scene.answer(
                        () -> OperatorSamples.resellers(0),
                        () -> OperatorSamples.resellers(2),
                        () -> OperatorSamples.resellers(120));
            }

            @Override
            public Flux<?> changes() {
                return Flux.never();
            }
        };
    }
}
