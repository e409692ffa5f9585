package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.USD;
import static io.chom.tenants.billing.payment.PaymentHouse.as;

import com.stripe.exception.StripeException;
import com.stripe.param.RefundListParams;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.credit.CreditNote;
import io.chom.tenants.billing.credit.CreditNote.Part;
import io.chom.tenants.billing.credit.CreditNoteId;
import io.chom.tenants.billing.credit.CreditService;
import io.chom.tenants.billing.credit.NewCredit;
import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Gives each test a sandbox, a program that collects there, and a brand owner of its own, whom the platform bills. */
abstract class PaymentGround {

    @Autowired
    ApplicationContext context;

    @Autowired
    TenantService tenants;

    @Autowired
    CreditService credits;

    @TempDir
    Path data;

    Sandbox sandbox;
    PaymentHouse house;
    TenantId platform;
    Acting payer;

    @BeforeEach
    void prepare() throws Exception {
        sandbox = new Sandbox(data);
        house = new PaymentHouse(
                context, sandbox, new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        var job = new Acting(Acme.ID, Acme.ID, Actor.job("test"));
        platform = PlatformTenant.of(tenants).id();
        var slug = new Slug("p" + Long.toString(System.nanoTime(), 36));
        var made = as(job, tenants.createReseller(new NewTenant(slug, "Somebody", ZoneOffset.UTC)));
        payer = new Acting(made.id(), made.id(), Acme.RESELLER.actor());
    }

    /** The platform credits so much of the first line. */
    CreditNote credit(Invoice invoice, long cents) {
        var operator =
                new Acting(platform, platform, new Actor(Actor.Kind.PERSON, "test|operator", Set.of("operator")));
        var note = as(operator, credits.credit(invoice.customer(), invoice.id(), wanted(cents)));
        passed();
        return note;
    }

    /** The credit note bears the time of the machine; the clock that stands still here comes after it. */
    void passed() {
        house.pass(Duration.ofSeconds(20));
    }

    static NewCredit wanted(long cents) {
        return new NewCredit(CreditNoteId.next(), List.of(new Part(1, new Money(cents, USD))), "Charged too much");
    }

    /** What went back of an invoice, as the provider says. */
    List<Long> given(@Nullable String account, Invoice invoice) {
        return sandbox.taken(account, invoice.number()).stream()
                .flatMap(intent -> {
                    try {
                        return sandbox
                                .stripe()
                                .refunds()
                                .list(
                                        RefundListParams.builder()
                                                .setPaymentIntent(intent.getId())
                                                .build(),
                                        Sandbox.as(account))
                                .getData()
                                .stream();
                    } catch (StripeException e) {
                        throw new AssertionError(e);
                    }
                })
                .map(com.stripe.model.Refund::getAmount)
                .toList();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }
}
