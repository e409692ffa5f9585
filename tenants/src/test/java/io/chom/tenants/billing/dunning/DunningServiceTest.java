package io.chom.tenants.billing.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.billing.InvoiceService;
import io.chom.tenants.billing.IssuerReads;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import io.chom.tenants.tenancy.Tenant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a brand owner can do about what is unpaid. */
@TenantsTest
class DunningServiceTest extends DunningGround {

    @Test
    void a_brand_owner_sees_what_is_open_gives_time_and_takes_it_back() {
        on(7);
        on(14);
        var unpaid = unpaid();
        assertThat(unpaid.course().stoppedAt()).contains(clock.instant());
        assertThat(unpaid.course().coming())
                .extracting(one -> one.rung().toString())
                .containsExactly("retention-end 44");

        var until = owed.dueOn().plusDays(30);
        hold(until);
        work();
        assertThat(status()).isEqualTo(Tenant.Status.ACTIVE);
        assertThat(mails()).doesNotContain("access-restored");
        assertThat(unpaid().course().heldUntil()).isEqualTo(until);
        on(29);
        assertThat(status()).isEqualTo(Tenant.Status.ACTIVE);
        on(31);
        assertThat(status()).isEqualTo(Tenant.Status.SUSPENDED);
        assertThat(mails()).hasSize(2);
    }

    @Test
    void time_is_given_by_who_sold_and_for_ninety_days_at_most() {
        var service = service();
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(91);
        assertThatThrownBy(() -> hold(until)).hasMessageContaining("dunning.hold-out-of-range");
        for (var other : List.of(Nimbus.RESELLER, customer, Acme.BAKERY)) {
            assertThatThrownBy(() -> service.hold(customer.tenant(), owed.id(), until.minusDays(1))
                            .contextWrite(TenantContext.as(other))
                            .block(PATIENCE))
                    .hasMessageMatching(".*(not-found|forbidden).*");
        }
        assertThat(as(Nimbus.RESELLER, service.unpaid()))
                .noneMatch(one -> one.invoice().customer().equals(customer.tenant()));
    }

    @Test
    void another_ladder_holds_at_once_and_for_the_owner_s_customers_alone() {
        var ladders = new LadderService(
                context.getBean(Ladders.class),
                new OverdueInvoices(platform, PROPERTIES),
                context.getBean(IssuerReads.class),
                transactions,
                clock);
        var usual = as(Acme.RESELLER, ladders.of("hosting"));
        var quick = List.of(Rung.of("final-warning 1"), Rung.of("suspension 2"));
        try {
            change(ladders, quick);
            assertThat(as(Acme.RESELLER, ladders.of("hosting")).rungs()).isEqualTo(quick);
            assertThat(as(Nimbus.RESELLER, ladders.of("hosting"))).isEqualTo(usual);
            on(1);
            on(2);
            assertThat(mails()).containsExactly("invoice-final-warning", "access-suspended");
            assertThatThrownBy(() -> change(ladders, List.of(Rung.of("suspension 2"))))
                    .hasMessageContaining("dunning.no-ladder");
            assertThatThrownBy(() -> as(customer, ladders.of("hosting"))).hasMessageContaining("forbidden");
        } finally {
            change(ladders, usual.rungs());
        }
    }

    private void change(LadderService ladders, List<Rung> rungs) {
        ladders.change("hosting", rungs)
                .contextWrite(TenantContext.as(Acme.RESELLER))
                .block(PATIENCE);
    }

    private void hold(LocalDate until) {
        service()
                .hold(customer.tenant(), owed.id(), until)
                .contextWrite(TenantContext.as(Acme.RESELLER))
                .block(PATIENCE);
    }

    private Unpaid unpaid() {
        return as(Acme.RESELLER, service().unpaid()).stream()
                .filter(one -> one.invoice().id().equals(owed.id()))
                .findFirst()
                .orElseThrow();
    }

    private DunningService service() {
        return new DunningService(
                new OverdueInvoices(platform, PROPERTIES),
                context.getBean(DunningBook.class),
                context.getBean(InvoiceService.class),
                context.getBean(IssuerReads.class),
                tenants,
                transactions,
                context.getBean(Broadcast.class),
                PROPERTIES,
                clock);
    }
}
