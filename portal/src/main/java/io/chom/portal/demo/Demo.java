package io.chom.portal.demo;

import io.chom.portal.demo.DemoRecord.ApiKey;
import io.chom.portal.demo.DemoRecord.User;
import io.chom.portal.demo.DemoWorld.Customer;
import io.chom.portal.demo.DemoWorld.House;
import io.chom.portal.demo.DemoWorld.Person;
import io.chom.tenants.tenancy.Tenant;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    private final People people;
    private final Keys keys;
    private final DemoMemory memory;

    Demo(Houses houses, Histories histories, People people, Keys keys, DemoMemory memory) {
        this.houses = houses;
        this.histories = histories;
        this.people = people;
        this.keys = keys;
        this.memory = memory;
    }

    /**
     * The demo on the services of a running root context.
     *
     * @param folder where it remembers what nobody else keeps
     */
    public static Demo on(ApplicationContext root, Path folder) {
        var demo = new AnnotationConfigApplicationContext();
        demo.setParent(root);
        demo.registerBean(DemoMemory.class, () -> new DemoMemory(folder));
        demo.register(Houses.class, Histories.class, People.class, Keys.class, Demo.class);
        demo.refresh();
        return demo.getBean(Demo.class);
    }

    /** Founds or completes the world, and tells who can enter it. */
    public Mono<DemoRecord> found() {
        return houses.platform(DemoWorld.PLATFORM, brand(DemoWorld.PLATFORM))
                .flatMap(platform -> people.of(platform, DemoWorld.PLATFORM.staff(), memory.password())
                        .thenMany(Flux.fromIterable(DemoWorld.RESELLERS))
                        .concatMap(house -> reseller(platform, house))
                        .collectList())
                .map(this::record);
    }

    private Flux<ApiKey> reseller(Tenant platform, House house) {
        return houses.reseller(platform, house, brand(house))
                .flatMapMany(reseller -> people.of(reseller, house.staff(), memory.password())
                        .thenMany(Flux.fromIterable(house.customers()))
                        .concatMap(customer -> customer(house, reseller, customer)));
    }

    private Mono<ApiKey> customer(House house, Tenant reseller, Customer customer) {
        return houses.customer(reseller, customer)
                .flatMap(tenant -> histories
                        .of(customer, tenant)
                        .then(people.of(tenant, customer.people(), memory.password()))
                        .then(keys.of(house.slug(), tenant)))
                .map(key -> new ApiKey(house.slug(), customer.slug(), key));
    }

    private DemoRecord record(List<ApiKey> apiKeys) {
        List<User> users = Stream.concat(Stream.of(DemoWorld.PLATFORM), DemoWorld.RESELLERS.stream())
                .flatMap(this::users)
                .toList();
        return new DemoRecord(users, apiKeys);
    }

    private Stream<User> users(House house) {
        Stream<Person> everybody = Stream.concat(
                house.staff().stream(), house.customers().stream().flatMap(customer -> customer.people().stream()));
        return everybody.map(person -> new User(
                house.slug(),
                house.host(),
                person.email(),
                memory.password(),
                person.role().right()));
    }

    private static Brand brand(House house) {
        return BRANDS.getOrDefault(house.slug(), Brand.defaults(house.name()));
    }
}
