package io.chom.tenants.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands between us and the client. */
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

    @Bean
    TrustedProxies trustedProxies(@Value("${chom.trusted-proxies:}") String[] ranges) {
        return TrustedProxies.of(ranges);
    }
}
