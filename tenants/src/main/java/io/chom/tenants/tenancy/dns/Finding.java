package io.chom.tenants.tenancy.dns;

import io.chom.tenants.tenancy.dns.DomainCheck.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/**
 * What one server's answer comes to.
 *
 * @param outcome whether it is right
 * @param seen what it says
 * @param fault what is wrong; null if nothing is
 * @param name the name at which it shows
 * @param more further details
 */
record Finding(Outcome outcome, List<String> seen, @Nullable Fault fault, Name name, Map<String, String> more) {

    static Finding passed(Name name, List<String> seen) {
        return new Finding(Outcome.PASSED, seen, null, name, Map.of());
    }

    static Finding warned(Fault fault, Name name, List<String> seen) {
        return new Finding(Outcome.WARNED, seen, fault, name, Map.of());
    }

    static Finding failed(Fault fault, Name name, List<String> seen) {
        return new Finding(Outcome.FAILED, seen, fault, name, Map.of());
    }

    static Finding unknown(Reply.Trouble trouble, Name name) {
        return new Finding(Outcome.UNKNOWN, List.of(trouble.server()), trouble.fault(), name, Map.of());
    }

    Finding with(String detail, String value) {
        return new Finding(outcome, seen, fault, name, Map.of(detail, value));
    }
}
