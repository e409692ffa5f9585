package io.chom.tenants.identity.keycloak;

import io.chom.tenants.identity.LogInAddresses;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.tenants.tenancy.PublicUrl;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Puts the adapter together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeycloakProperties.class)
class KeycloakConfiguration {

    private static final String NOWHERE = "http://localhost:8180";
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    @Bean
    LogInAddresses logInAddresses(KeycloakProperties keycloak, PublicPlaces places) {
        URI internal = internal(keycloak);
        String provider = keycloak.publicUrl() != null ? keycloak.publicUrl() : "http://{host}:" + internal.getPort();
        return new LogInAddresses(places.portal(), new PublicUrl(provider), internal);
    }

    private static URI internal(KeycloakProperties keycloak) {
        String url = keycloak.url() == null ? NOWHERE : keycloak.url().toString();
        return URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** A pool of its own: a server that hangs takes nothing from others, and is asked by few at a time. */
    @Bean(destroyMethod = "dispose", defaultCandidate = false)
    ConnectionProvider keycloakConnections() {
        return ConnectionProvider.builder("keycloak")
                .maxConnections(16)
                .pendingAcquireMaxCount(500)
                .build();
    }

    @Bean
    KeycloakAdmin keycloakAdmin(
            KeycloakProperties keycloak,
            LogInAddresses addresses,
            @org.springframework.beans.factory.annotation.Qualifier("keycloakConnections")
                    ConnectionProvider connections,
            Clock clock) {
        HttpClient http = HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 3000)
                .responseTimeout(keycloak.timeout());
        WebClient client = WebClient.builder()
                .baseUrl(addresses.internal().toString())
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        return new KeycloakAdmin(client, new AdminTokens(client, keycloak.admin(), clock));
    }

    /** In the order in which a realm needs them. */
    @Bean
    RealmWork realmWork(KeycloakAdmin admin, RealmDocuments documents, LogInAddresses addresses) {
        return new RealmWork(List.of(
                new RealmSettings(admin, documents),
                new PortalClient(admin, addresses),
                new HiddenClients(admin),
                new BrowserFlow(admin),
                new ProfileForm(admin),
                new MailWords(admin)));
    }
}
