package io.chom.tenants.support;

import io.chom.tenants.ApiApplication;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.tenancy.Brands;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.Hosts;
import io.chom.tenants.tenancy.domains.DomainService;
import io.chom.tenants.tenancy.domains.DomainState;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import reactor.core.publisher.Mono;

/** Starts the API once per root context and stops it at the end of all tests. */
final class RunningApi implements ParameterResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Api.class;
    }

    @Override
    public Api resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var root = SpringExtension.getApplicationContext(test);
        return test.getRoot()
                .getStore(Namespace.create(RunningApi.class))
                .computeIfAbsent(root, key -> start(root), Running.class)
                .api();
    }

    private static Running start(ApplicationContext root) {
        var child = new SpringApplicationBuilder(ApiApplication.class)
                .parent((ConfigurableApplicationContext) root)
                .web(WebApplicationType.REACTIVE)
                .run("--server.port=0", "--management.server.port=-1", "--chom.embedded.enabled=false");
        serve(root, Acme.RESELLER, "acme.localhost", DemoBrands.acme());
        serve(root, Nimbus.RESELLER, "nimbus.localhost", DemoBrands.nimbus());
        return new Running(
                child, new Api(root, child.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
    }

    private static void serve(ApplicationContext root, Acting reseller, String name, Brand brand) {
        var domains = root.getBean(DomainService.class);
        var brands = root.getBean(Brands.class);
        var host = HostName.of(name);
        Mono.when(domains.add(host), brands.publish(brand))
                .contextWrite(TenantContext.as(reseller))
                .then(domains.move(reseller.tenant(), host, DomainState.VERIFIED)
                        .onErrorComplete()
                        .contextWrite(TenantContext.as(
                                new Acting(reseller.tenant(), reseller.reseller(), Actor.job("test fixture")))))
                .block(PATIENCE);
        var end = Instant.now().plus(PATIENCE);
        while (root.getBean(Hosts.class).ownerOf(host).isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(name + " is not served");
            }
            Thread.onSpinWait();
        }
    }

    private record Running(ConfigurableApplicationContext child, Api api) implements AutoCloseable {

        @Override
        public void close() {
            child.close();
        }
    }
}
