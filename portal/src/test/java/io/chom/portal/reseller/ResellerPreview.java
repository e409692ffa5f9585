package io.chom.portal.reseller;

import io.chom.portal.preview.Scene;
import io.chom.tenants.reseller.ResellerDashboard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reseller's screens on made-up figures. */
@Configuration(proxyBeanMethods = false)
@Import({ResellerNavigation.class, ResellerNotices.class})
public class ResellerPreview {

    @Bean
    CustomerFigures customerFigures(Scene scene) {
        return new CustomerFigures() {
            @Override
            public Mono<ResellerDashboard> current() {
                return scene.answer(
                        () -> ResellerSamples.customers(0, 1),
                        () -> ResellerSamples.customers(12, 1),
                        () -> ResellerSamples.customers(500, 1));
            }

            @Override
            public Flux<?> changes() {
                return Flux.never();
            }

            @Override
            public Flux<Boolean> flowing() {
                return Flux.just(true);
            }
        };
    }

    @Bean
    CustomerTasks customerTasks() {
        return new HeldTasks();
    }
}
