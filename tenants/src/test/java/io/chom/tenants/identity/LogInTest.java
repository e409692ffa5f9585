package io.chom.tenants.identity;

import io.chom.tenants.support.TenantsTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test with a real Keycloak and a mailbox besides: both resellers have a host, a brand and a realm. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TenantsTest
@TestPropertySource(
        properties = {
            "chom.embedded.parts=postgres,kafka,keycloak,mailbox",
            "chom.embedded.data-dir=target/embedded-identity",
            "chom.ui.public-url=http://{host}:18080"
        })
@Import(TwoHouses.class)
@interface LogInTest {}
