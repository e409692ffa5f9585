package io.chom.tenants.tenancy.dns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The truth on one thing that the DNS has to say of a host.
 *
 * @param subject which thing
 * @param outcome whether it is as it should be
 * @param expected the values of which one would do; empty where nothing has to be there
 * @param seen the values that are there
 * @param servers the name servers asked that answered, each as name and address
 * @param diagnosis what is wrong; null if nothing is
 */
public record DomainCheck(
        Subject subject,
        Outcome outcome,
        List<String> expected,
        List<String> seen,
        List<String> servers,
        @Nullable Diagnosis diagnosis) {

    public DomainCheck {
        expected = List.copyOf(expected);
        seen = List.copyOf(seen);
        servers = List.copyOf(servers);
    }

    /** Which thing is checked. */
    public enum Subject {
        /** The proof that the host is the reseller's. */
        OWNERSHIP,
        /** Whether visitors arrive here. */
        ROUTING,
        /** Whether those with IPv6 do too. */
        IPV6,
        /** Whether our certificate authority may issue for the host. */
        CERTIFICATE,
        /** Whether our servers may send mail of the domain (SPF). */
        SENDERS,
        /** Whether recipients find the key that mail of the domain is signed with (DKIM). */
        SIGNATURE,
        /** Whether the domain says what becomes of mail that is not its own (DMARC). */
        POLICY
    }

    /** Whether a thing is as it should be. */
    public enum Outcome {
        /** It is. */
        PASSED,
        /** It is not. */
        FAILED,
        /** It is, but something about it should be put in order. */
        WARNED,
        /** Nobody could be asked; nothing follows from it. */
        UNKNOWN;

        /** Whether it is as it should be. */
        boolean isFine() {
            return this == PASSED || this == WARNED;
        }
    }
}
