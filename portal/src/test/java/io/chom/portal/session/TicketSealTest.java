package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.session.TicketSeal.Contents;
import io.chom.tenants.identity.SessionTicket;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketSealTest {

    private static final String COOKIE = "00112233445566778899AABBCCDDEEFF";
    private static final String OTHER = "00112233445566778899AABBCCDDEEFE";

    private final Contents contents =
            new Contents(HostName.of("acme.localhost"), new TenantId(UUID.randomUUID()), "head.body.signature");

    @Test
    void who_has_the_cookie_reads_what_was_sealed() {
        SessionTicket ticket = TicketSeal.close(COOKIE, contents);

        assertThat(ticket.mark()).isEqualTo(TicketSeal.mark(COOKIE));
        assertThat(TicketSeal.open(COOKIE, ticket)).contains(contents);
    }

    @Test
    void nobody_else_does() {
        SessionTicket ticket = TicketSeal.close(COOKIE, contents);

        assertThat(TicketSeal.open(OTHER, ticket)).isEmpty();
        assertThat(TicketSeal.mark(OTHER)).isNotEqualTo(ticket.mark());
        assertThat(ticket.mark() + ticket.sealed()).doesNotContain("signature").doesNotContainIgnoringCase(COOKIE);
        assertThat(TicketSeal.close(COOKIE, contents).sealed()).isNotEqualTo(ticket.sealed());
    }

    @Test
    void what_was_changed_is_not_read() {
        SessionTicket ticket = TicketSeal.close(COOKIE, contents);
        byte[] sealed = Base64.getDecoder().decode(ticket.sealed());
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            var other = new SessionTicket(ticket.mark(), Base64.getEncoder().encodeToString(changed));
            assertThat(TicketSeal.open(COOKIE, other)).as("byte %d", at).isEmpty();
        }
        assertThat(TicketSeal.open(COOKIE, new SessionTicket(ticket.mark(), "AAAA")))
                .isEmpty();
    }
}
