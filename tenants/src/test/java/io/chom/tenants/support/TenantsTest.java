package io.chom.tenants.support;

import io.chom.tenants.TenantsApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test against the root context on a real PostgreSQL and a real Kafka: embedded ones, or those of
 * {@link io.chom.tenants.support.containers.Servers}. All tests that carry it and change nothing
 * about the context share one; the tenants of {@link Acme} and {@link Nimbus} stand in its database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("servers")
@SpringBootTest(
        classes = TenantsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "chom.embedded.data-dir=target/embedded",
            "chom.embedded.ports=free",
            "chom.embedded.parts=postgres,kafka",
            "chom.embedded.postgres.fast=true",
            "chom.egress.loopback=true",
            "chom.smtp.patience=2s",
            "chom.stripe.webhook-secrets=whsec_test"
        })
@Import(StandingTenants.class)
public @interface TenantsTest {}
