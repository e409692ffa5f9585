package io.chom.portal.demo;

import io.chom.tenants.identity.Role;
import java.util.List;

/** Who lives in the demo. Facts only; {@link Demo} brings them to life. */
final class DemoWorld {

    private DemoWorld() {}

    /** A house with a brand of its own: the platform or a reseller. */
    record House(String slug, String name, String host, List<Person> staff, List<Customer> customers) {}

    /** A customer; the shares are of its plan's allowances in percent, as they stand at the end of a whole period. */
    record Customer(String slug, String name, String plan, String zone, Shape usage, List<Person> people) {}

    /** How much a customer uses: percent of its allowances of sites, storage and bandwidth. */
    record Shape(int sites, int storage, int bandwidth) {

        static final Shape NONE = new Shape(0, 0, 0);
    }

    /** A person with one role. */
    record Person(String email, String name, Role role) {}

    static final House PLATFORM = new House(
            "platform",
            "CHOM",
            "localhost",
            List.of(
                    new Person("operator@chom.test", "Olivia Park", Role.OPERATOR),
                    new Person("success@chom.test", "Samir Haddad", Role.SUCCESS),
                    new Person("finance@chom.test", "Freya Lind", Role.FINANCE),
                    new Person("support@chom.test", "Theo Mendes", Role.SUPPORT)),
            List.of());

    static final House ACME = new House(
            "acme",
            "Acme Hosting",
            "acme.localhost",
            List.of(
                    new Person("owner@acme.test", "Ada Moreau", Role.OWNER),
                    new Person("admin@acme.test", "Ben Okafor", Role.ADMIN),
                    new Person("member@acme.test", "Cleo Tanaka", Role.MEMBER),
                    new Person("viewer@acme.test", "Dario Russo", Role.VIEWER)),
            List.of(
                    new Customer(
                            "blue-fox",
                            "Blue Fox Studio",
                            "pro",
                            "America/New_York",
                            new Shape(72, 91, 84),
                            List.of(
                                    new Person("owner@bluefox.test", "Dana Whitfield", Role.OWNER),
                                    new Person("admin@bluefox.test", "Elias Brandt", Role.ADMIN),
                                    new Person("member@bluefox.test", "Farah Nasser", Role.MEMBER),
                                    new Person("viewer@bluefox.test", "Gus Lindqvist", Role.VIEWER))),
                    new Customer(
                            "harbor-pine",
                            "Harbor & Pine",
                            "starter",
                            "America/Los_Angeles",
                            new Shape(140, 118, 131),
                            List.of(new Person("owner@harborpine.test", "Hana Kim", Role.OWNER))),
                    new Customer(
                            "kite-bicycles",
                            "Kite Bicycles",
                            "starter",
                            "Europe/Amsterdam",
                            new Shape(60, 35, 48),
                            List.of(new Person("owner@kite.test", "Iris de Vries", Role.OWNER))),
                    new Customer(
                            "lumen-dental",
                            "Lumen Dental",
                            "pro",
                            "America/Chicago",
                            new Shape(24, 41, 30),
                            List.of(new Person("owner@lumen.test", "Jonas Meyer", Role.OWNER))),
                    new Customer(
                            "northgate-school",
                            "Northgate School District",
                            "enterprise",
                            "America/Denver",
                            new Shape(57, 63, 79),
                            List.of(new Person("owner@northgate.test", "Kira Novak", Role.OWNER))),
                    new Customer(
                            "oak-street",
                            "Oak Street Bakery",
                            "starter",
                            "Europe/London",
                            Shape.NONE,
                            List.of(new Person("owner@oakstreet.test", "Liam Byrne", Role.OWNER)))));

    static final House NIMBUS = new House(
            "nimbus",
            "Nimbus Cloud",
            "nimbus.localhost",
            List.of(
                    new Person("owner@nimbus.test", "Mina Sato", Role.OWNER),
                    new Person("admin@nimbus.test", "Noel Fischer", Role.ADMIN)),
            List.of(
                    new Customer(
                            "aurora-labs",
                            "Aurora Labs",
                            "pro",
                            "Europe/Berlin",
                            new Shape(88, 52, 95),
                            List.of(new Person("owner@aurora.test", "Priya Raman", Role.OWNER))),
                    new Customer(
                            "delta-freight",
                            "Delta Freight",
                            "enterprise",
                            "Asia/Singapore",
                            new Shape(31, 74, 66),
                            List.of(new Person("owner@delta.test", "Quinn Tan", Role.OWNER))),
                    new Customer(
                            "meadow-yoga",
                            "Meadow Yoga",
                            "starter",
                            "Europe/Paris",
                            new Shape(20, 15, 22),
                            List.of(new Person("owner@meadow.test", "Rosa Delmas", Role.OWNER)))));

    static final List<House> RESELLERS = List.of(ACME, NIMBUS);
}
