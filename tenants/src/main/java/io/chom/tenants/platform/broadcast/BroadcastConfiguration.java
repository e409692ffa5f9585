package io.chom.tenants.platform.broadcast;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BroadcastConfiguration {

    @Bean
    PostgresBroadcast broadcast(
            ConnectionFactory connectionFactory,
            @Qualifier("platformConnectionFactory") ConnectionFactory platformConnectionFactory,
            @Qualifier("listeningConnectionFactory") PostgresqlConnectionFactory listeningConnectionFactory,
            MeterRegistry meters) {
        var sender = new NoticeSender(connectionFactory, platformConnectionFactory);
        return new PostgresBroadcast(sender, new Listening(listeningConnectionFactory), meters);
    }
}
