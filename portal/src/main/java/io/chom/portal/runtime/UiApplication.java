package io.chom.portal.runtime;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.chom.portal.live.LeanPush;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** Role {@code ui}: public pages and the Vaadin application on Tomcat, a servlet context below the root. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration"
        })
@EnableVaadin("io.chom.portal")
@ComponentScan(
        basePackages = "io.chom.portal",
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.chom\\.portal\\.(runtime|demo)\\..+"))
class UiApplication {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> serviceFiles() {
        return ServiceFiles.remembered();
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> connections() {
        return server -> server.addConnectorCustomizers(LeanPush::shrinkConnections);
    }
}
