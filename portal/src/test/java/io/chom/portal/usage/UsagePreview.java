package io.chom.portal.usage;

import io.chom.portal.preview.Scene;
import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.usage.DailyUsage;
import io.chom.tenants.usage.TraySize;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The usage screens on made-up figures. */
@Configuration(proxyBeanMethods = false)
@Import({UsageNavigation.class, UsageNotices.class})
public class UsagePreview {

    @Bean
    CustomerUsage customerUsage(Scene scene) {
        return new CustomerUsage() {
            @Override
            public Mono<UsageOverview> overview() {
                return scene.answer(UsageSamples::empty, UsageSamples::typical, UsageSamples::heavy);
            }

            @Override
            public Mono<UsageForecast> forecast() {
                return overview().map(UsageSamples::forecast);
            }

            @Override
            public Mono<TraySize> uncounted() {
                return scene.answer(
                        () -> new TraySize(0, 0), () -> new TraySize(3, 0), () -> new TraySize(1_000, 12_345));
            }

            @Override
            public Mono<List<DailyUsage>> daily(MeterId meter, LocalDate from, LocalDate until) {
                return scene.answer(
                        List::of,
                        () -> UsageSamples.days(meter, from, until),
                        () -> UsageSamples.days(meter, from, until));
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
}
