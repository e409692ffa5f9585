package io.chom.tenants;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The root context: every domain module, without a web server. The roles ({@code ui}, {@code api}, {@code worker}) are
 * contexts below it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ComponentScan(
        excludeFilters =
                @Filter(type = FilterType.REGEX, pattern = "io\\.chom\\.tenants\\.(.+\\.web\\..+|ApiApplication)"))
@ConfigurationPropertiesScan
public class TenantsApplication {}
