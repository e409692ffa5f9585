package io.chom.portal.session;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.chom.tenants.identity.LogIns;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The application with its log-in. Public pages have no session and no chain: what protects them is on every answer. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SessionProperties.class)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain application(
            HttpSecurity http,
            BrandRegistrations registrations,
            LogIns logIns,
            SessionSetUp sessionSetUp,
            BrandLogOut logOut,
            SessionProperties limits,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens) {
        http.securityMatcher(new OrRequestMatcher(
                path("/app/**"), path("/app"), path(BrandLogInRequests.PATH), path(BrandRegistrations.CALLBACK)));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.oauth2LoginPage(BrandLogInRequests.PATH)
                        .logoutSuccessHandler(logOut)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                .authorizationEndpoint(endpoint ->
                        endpoint.authorizationRequestResolver(new BrandLogInRequests(registrations, limits)))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(BrandRegistrations.CALLBACK))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(sessionSetUp))
                .failureHandler(new LogInFailed()));
        http.addFilterBefore(new SameOrigin(), HeaderWriterFilter.class);
        http.addFilterBefore(new LogInDoor(logIns), OAuth2AuthorizationRequestRedirectFilter.class);
        http.addFilterBefore(new SessionHostFilter(), AuthorizationFilter.class);
        http.headers(ApplicationHeaders::set);
        return http.build();
    }

    /** Each request is measured as a whole; every filter of it by itself would cost more than the filters. */
    @Bean
    static SecurityObservationSettings filtersStayUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Nothing that flows asks for the framework's notion of who is there; {@code TenantContext} says who acts. Carrying it
     * through each step of all flows of the process, the API's too, was a twentieth of a short call.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor securityStaysOutOfFlows() {
        return beans -> beans.removeBeanDefinition("securityReactorContextSubscriberRegistrar");
    }

    /** The program reaches the identity provider inside; the headers say under which public name. */
    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens(BrandRegistrations registrations) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(ProviderRequests.tokens());
        client.addHeadersConverter(request -> {
            var headers = new HttpHeaders();
            headers.setAll(
                    registrations.forwarded(request.getClientRegistration().getRegistrationId()));
            return headers;
        });
        return client;
    }

    private static PathPatternRequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
