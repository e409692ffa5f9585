package io.chom.tenants;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.chom.tenants.platform.CrossTenant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The rules of the house that Modulith does not know. */
class ArchitectureTests {

    /** Where something begins to run, and nowhere else: the start of a consumption, of the relay, of the listener. */
    private static final Set<String> STARTERS = Set.of(
            // Leases are fetched ahead of need, and settled when nobody calls.
            "io.chom.tenants.developer.calls.CallLimits",
            "io.chom.tenants.identity.ProviderWatch",
            "io.chom.tenants.platform.Rounds",
            "io.chom.tenants.platform.SteadyTransactions",
            "io.chom.tenants.platform.broadcast.PostgresBroadcast",
            "io.chom.tenants.platform.events.BrokerWatch",
            "io.chom.tenants.platform.events.KafkaConsumption",
            "io.chom.tenants.platform.events.KafkaEventStream",
            "io.chom.tenants.platform.mail.MailSchedule",
            "io.chom.tenants.platform.outbox.OutboxSchedule");

    /** For an operator it reads across tenants. */
    private static final Set<String> AS_SELLER = Set.of(
            "io.chom.tenants.billing.IssuerReads",
            "io.chom.tenants.billing.InvoiceService",
            "io.chom.tenants.billing.credit.CreditService",
            "io.chom.tenants.billing.dunning.DunningService",
            "io.chom.tenants.billing.dunning.LadderService");

    /** Outside of the platform and the tree of tenants, who may reach across, each for a reason of its own. */
    private static final Set<String> ACROSS = Set.of(
            // A draft has the tax that its seller charges, of whose details the buyer sees nothing else.
            "io.chom.tenants.billing.details.TaxRules",
            // A key is what says whose the call is, so it is found before there is a tenant.
            "io.chom.tenants.developer.KeyLookup",
            // Invoices are written in batches, and numbered without gaps for each issuer whoever is the customer.
            "io.chom.tenants.billing.InvoiceRun",
            // What the platform billed brand owners is theirs, and its operator's to see.
            "io.chom.tenants.billing.IssuerReads",
            // What is due is found whoever owes it, and each is then seen to as its payer.
            "io.chom.tenants.billing.dunning.OverdueInvoices",
            "io.chom.tenants.billing.alert.DueLooks",
            "io.chom.tenants.billing.alert.DueReports",
            "io.chom.tenants.billing.sync.DueSyncs",
            "io.chom.tenants.billing.payment.DueCardPages",
            "io.chom.tenants.billing.payment.DueCardLooks",
            "io.chom.tenants.billing.payment.DuePayments",
            "io.chom.tenants.billing.trial.DueTrials",
            "io.chom.tenants.billing.reminder.DueReminders",
            "io.chom.tenants.billing.payment.DueRefunds",
            "io.chom.tenants.billing.credit.LeftCredits",
            "io.chom.tenants.billing.credit.UntoldNotes",
            // A credit note is its customer's, and its number, without gaps, its issuer's.
            "io.chom.tenants.billing.credit.Crediting",
            // What a customer has used up becomes a task of the brand owner that serves it.
            "io.chom.tenants.billing.alert.DueTasks",
            // What somebody asks for is told to whoever sells, and what brand owners ask the platform lists.
            "io.chom.tenants.billing.discount.DueDiscounts",
            "io.chom.tenants.billing.increase.DueIncreases",
            // Who owes a brand owner is told of its account; whose an event is follows from the account that it names.
            "io.chom.tenants.billing.payment.PaymentAccounts",
            "io.chom.tenants.billing.payment.PaymentEvents",
            // What was refused is forgotten in time, whoever sent it.
            "io.chom.tenants.usage.RejectionRounds",
            // The operator's list of all resellers.
            "io.chom.tenants.reseller.PlatformOverviews");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.chom.tenants");

    @Test
    void nothing_waits_for_a_publisher() {
        check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "a publisher is waited for",
                        call -> call.getTargetOwner().isAssignableTo(Publisher.class)
                                && call.getName().matches("block.*|toFuture|toIterable|toStream")))
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class));
    }

    @Test
    void only_starters_subscribe() {
        check(noClasses()
                .that(describe("start nothing", type -> !STARTERS.contains(outermost(type))))
                .should()
                .callMethodWhere(describe(
                        "a publisher is subscribed to",
                        call -> call.getTargetOwner().isAssignableTo(Publisher.class)
                                && call.getName().matches("subscribe|subscribeWith|connect"))));
    }

    @Test
    void nothing_hides_in_a_thread_or_in_a_static_field() {
        check(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class));
        check(fields().that().areStatic().should().beFinal());
        check(noMethods().should().beAnnotatedWith(Async.class));
    }

    @Test
    void nothing_is_injected_into_a_field() {
        check(noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class));
    }

    @Test
    void what_the_framework_finds_is_package_private() {
        check(classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAnnotatedWith(ControllerAdvice.class)
                .or()
                .areAnnotatedWith(RestControllerAdvice.class)
                .or()
                .areAnnotatedWith(Configuration.class)
                .or()
                .areAnnotatedWith(ConfigurationProperties.class)
                .or()
                .areAnnotatedWith(Repository.class)
                .should()
                .notBePublic());
    }

    @Test
    void the_web_stays_in_web_packages() {
        check(noClasses()
                .that(describe(
                        "stand in the root of a module",
                        type -> type.getPackageName().matches("io\\.chom\\.tenants\\.[a-z]+")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http.."));
    }

    @Test
    void each_foreign_client_stays_in_its_adapter() {
        onlyIn("io.chom.tenants.platform.events..", "org.apache.kafka..", "reactor.kafka..");
        onlyIn("io.chom.tenants.billing.stripe..", "com.stripe..");
        onlyIn("io.chom.tenants.identity.keycloak..", "org.keycloak..");
        onlyIn("io.chom.tenants.platform..", "io.r2dbc.pool..");
        onlyIn("io.chom.tenants.platform.mail..", "jakarta.mail..", "org.eclipse.angus..");
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("lombok..", "io.chom.embedded.."));
    }

    @Test
    void only_what_guards_the_way_out_opens_sockets() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.chom.tenants.platform.egress..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.net.Socket.class));
    }

    @Test
    void only_the_platform_and_those_who_are_named_reach_across_tenants() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.chom.tenants.platform..", "io.chom.tenants.tenancy..")
                .and(describe("are not named", type -> !ACROSS.contains(outermost(type))))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CrossTenant.class));
    }

    @Test
    void few_read_across_tenants_as_a_seller_and_ask_by_the_issuer() {
        check(noClasses()
                .that(describe("are not named", type -> !AS_SELLER.contains(outermost(type))))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.chom.tenants.billing.IssuerReads"));
    }

    @Test
    void names_say_what_a_thing_is() {
        check(noClasses().should().haveNameMatching(".*(Impl|Utils?|Managers?|Helpers?)"));
    }

    @Test
    void ids_in_public_signatures_are_types() {
        check(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and(describe(
                        "belong to no id",
                        method -> !method.getOwner().getSimpleName().matches(".*Id|Uuids|Sample")))
                .should()
                .notHaveRawReturnType(java.util.UUID.class)
                .andShould()
                .notHaveRawParameterTypes(describe(
                        "a bare UUID",
                        types -> types.stream().anyMatch(type -> type.isEquivalentTo(java.util.UUID.class)))));
    }

    @Test
    void every_package_says_what_may_be_null() {
        Set<String> bare = OURS.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(one -> one.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());

        assertThat(bare).isEmpty();
        assertThat(OURS).hasSizeGreaterThan(50);
    }

    private static void onlyIn(String adapter, String... packages) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
