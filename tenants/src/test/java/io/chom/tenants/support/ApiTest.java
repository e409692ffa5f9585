package io.chom.tenants.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test over HTTP against the API on a free port, below the shared context of {@link TenantsTest}. {@link Acme} is served
 * on {@code acme.localhost} and {@link Nimbus} on {@code nimbus.localhost}, in the demo's brands. A parameter or a field
 * set in a constructor of type {@link Api} is the way in.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TenantsTest
@ExtendWith(RunningApi.class)
public @interface ApiTest {}
