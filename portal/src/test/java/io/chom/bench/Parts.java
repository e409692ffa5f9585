package io.chom.bench;

import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/** PostgreSQL, Kafka, Keycloak and the rest in a process of their own, until it is ended. */
@Configuration(proxyBeanMethods = false)
class Parts {

    private Parts() {}

    static void main(String[] arguments) throws InterruptedException {
        new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE).run(arguments);
        new CountDownLatch(1).await();
    }

    /** The parts start before any bean; none is needed. */
    static final class Nothing {}
}
