package io.chom.portal.demo;

import io.chom.portal.demo.DemoWorld.House;
import io.chom.tenants.tenancy.Tenant;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings the demo to life through the services that everybody uses. Running it again only adds what is missing. */
public final class Demo {

    private static final Map<String, Brand> BRANDS =
            Map.of("platform", DemoBrands.platform(), "acme", DemoBrands.acme(), "nimbus", DemoBrands.nimbus());

    private final Houses houses;
    private final Histories histories;

    Demo(Houses houses, Histories histories) {
        this.houses = houses;
        this.histories = histories;
    }

    /** The demo on the services of a running root context. */
    public static Demo on(ApplicationContext root) {
        var demo = new AnnotationConfigApplicationContext();
        demo.setParent(root);
        demo.register(Houses.class, Histories.class, Demo.class);
        demo.refresh();
        return demo.getBean(Demo.class);
    }

    /** Founds or completes the world. */
    public Mono<DemoRecord> found() {
        return houses.platform(DemoWorld.PLATFORM, brand(DemoWorld.PLATFORM))
                .flatMap(platform -> Flux.fromIterable(DemoWorld.RESELLERS)
                        .concatMap(house -> reseller(platform, house))
                        .then(Mono.just(DemoRecord.NONE)));
    }

    private Mono<Void> reseller(Tenant platform, House house) {
        return houses.reseller(platform, house, brand(house))
                .flatMapMany(reseller -> Flux.fromIterable(house.customers())
                        .concatMap(customer ->
                                houses.customer(reseller, customer).flatMap(tenant -> histories.of(customer, tenant))))
                .then();
    }

    private static Brand brand(House house) {
        return BRANDS.getOrDefault(house.slug(), Brand.defaults(house.name()));
    }
}
