package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.ConditionalOnRole;
import io.chom.tenants.platform.CrossTenant;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sender together, in processes that send. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    @ConditionalOnRole("worker")
    MailRound mailRound(
            MailQueue queue,
            Letterheads letterheads,
            Dispatch dispatch,
            Postman postman,
            SuppressionTable suppressions,
            OptOuts optOuts,
            CrossTenant platform,
            Clock clock) {
        return new MailRound(
                queue,
                letterheads,
                dispatch,
                postman,
                suppressions,
                optOuts,
                platform,
                new Patience(RandomGenerator.getDefault()),
                clock);
    }
}
