package io.chom.portal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.chom.portal.live.Live;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScreenRulesTest {

    private static final String[] SCREENS = {
        "io.chom.portal.shell..",
        "io.chom.portal.usage..",
        "io.chom.portal.alerts..",
        "io.chom.portal.requests..",
        "io.chom.portal.discounts..",
        "io.chom.portal.invoices..",
        "io.chom.portal.details..",
        "io.chom.portal.plans..",
        "io.chom.portal.reseller..",
        "io.chom.portal.operator..",
        "io.chom.portal.account..",
        "io.chom.portal.brand..",
        "io.chom.portal.domains..",
        "io.chom.portal.dns..",
        "io.chom.portal.mailing..",
        "io.chom.portal.parts..",
        "io.chom.portal.live..",
        "io.chom.portal.formats.."
    };

    /** Packages of modules that are as open as their roots. */
    private static final String[] NAMED = {
        "io.chom.tenants.billing.alert",
        "io.chom.tenants.billing.credit",
        "io.chom.tenants.billing.details",
        "io.chom.tenants.billing.dunning",
        "io.chom.tenants.billing.discount",
        "io.chom.tenants.billing.einvoice",
        "io.chom.tenants.billing.increase",
        "io.chom.tenants.billing.payment",
        "io.chom.tenants.platform.mail",
        "io.chom.tenants.tenancy.dns",
        "io.chom.tenants.tenancy.domains",
        "io.chom.tenants.tenancy.senders",
        "io.chom.tenants.tenancy.website"
    };

    private final JavaClasses portal = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.chom.portal");

    @Test
    void nothing_asks_for_a_bundler() {
        noClasses()
                .should()
                .beAnnotatedWith(NpmPackage.class)
                .orShould()
                .beAnnotatedWith(JsModule.class)
                .orShould()
                .beAnnotatedWith(CssImport.class)
                .because("one of them makes every build need Node")
                .check(portal);
    }

    @Test
    void screens_reach_the_domain_through_the_roots_of_its_modules_only() {
        noClasses()
                .that()
                .resideInAnyPackage(SCREENS)
                .should()
                .dependOnClassesThat(resideInAPackage("io.chom.tenants.*.*..").and(not(resideInAnyPackage(NAMED))))
                .check(portal);
    }

    @Test
    void screens_know_nothing_of_the_web_below_them_nor_of_each_other() {
        noClasses()
                .that()
                .resideInAnyPackage("io.chom.portal.parts..", "io.chom.portal.live..", "io.chom.portal.formats..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.chom.portal.shell..",
                        "io.chom.portal.usage..",
                        "io.chom.portal.plans..",
                        "io.chom.portal.reseller..",
                        "io.chom.portal.operator..",
                        "io.chom.portal.brand..",
                        "io.chom.portal.domains..",
                        "io.chom.portal.account.."))
                .check(portal);
        noClasses()
                .that()
                .resideInAnyPackage("io.chom.portal.shell..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.chom.portal.usage..",
                        "io.chom.portal.plans..",
                        "io.chom.portal.reseller..",
                        "io.chom.portal.operator..",
                        "io.chom.portal.brand..",
                        "io.chom.portal.domains..",
                        "io.chom.portal.account.."))
                .check(portal);
    }

    @Test
    void views_are_nobody_elses_business() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .or()
                .areAnnotatedWith(Layout.class)
                .or()
                .implement(HasErrorParameter.class)
                .should()
                .bePackagePrivate()
                .check(portal);
    }

    @Test
    void every_address_says_who_may_open_it() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .or()
                .areAnnotatedWith(Layout.class)
                .should()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(AnonymousAllowed.class)
                .check(portal);
    }

    @Test
    void only_the_bridge_subscribes_and_nothing_waits() {
        noClasses()
                .that()
                .resideInAnyPackage(SCREENS)
                .and()
                .doNotBelongToAnyOf(Live.class)
                .should()
                .callMethodWhere(reactive("subscribe"))
                .check(portal);
        noClasses()
                .that()
                .resideInAnyPackage(SCREENS)
                .should()
                .callMethodWhere(reactive(
                        "block", "blockFirst", "blockLast", "blockOptional", "toFuture", "toIterable", "toStream"))
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat(are(DescribedPredicate.describe("ThreadLocal", is(ThreadLocal.class))))
                .check(portal);
    }

    private static java.util.function.Predicate<JavaClass> is(Class<?> type) {
        return one -> one.isEquivalentTo(type);
    }

    private static DescribedPredicate<JavaMethodCall> reactive(String... names) {
        return DescribedPredicate.describe(
                String.join(", ", names) + " of a Mono or Flux", call -> is(call.getTarget(), names));
    }

    private static boolean is(AccessTarget target, String... names) {
        return target.getOwner().getPackageName().startsWith("reactor.")
                && Set.of(names).contains(target.getName());
    }
}
