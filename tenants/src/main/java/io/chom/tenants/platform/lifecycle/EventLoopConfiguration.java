package io.chom.tenants.platform.lifecycle;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.HttpResources;

/**
 * The event loops of the process, shared by its web servers and the pools of the database. By default the first web
 * server that closes would end them for all, and with them what the others still have to finish; these end with the JVM.
 */
@Configuration(proxyBeanMethods = false)
class EventLoopConfiguration {

    @Bean
    ReactorResourceFactory reactorResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResources(HttpResources.get());
        resources.setConnectionProvider(HttpResources.get());
        return resources;
    }
}
