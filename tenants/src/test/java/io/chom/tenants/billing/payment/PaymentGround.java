package io.chom.tenants.billing.payment;

import static io.chom.tenants.billing.payment.PaymentHouse.as;

import io.chom.tenants.billing.stripe.Sandbox;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.MovableClock;
import io.chom.tenants.support.PlatformTenant;
import io.chom.tenants.tenancy.NewTenant;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.TenantService;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

    @AfterEach
    void stop() {
        sandbox.close();
    }
}
