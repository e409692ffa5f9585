package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailValue;
import io.chom.tenants.tenancy.HostName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a domain fail, and somebody has to do something about it.
 *
 * @param host the domain
 * @param findings what is wrong, each as what was expected and what is there
 * @param switchedOffAt when it would be switched off
 * @param house name of the organisation that is served there
 * @param isLast whether it was told before and the end is near
 */
public record DomainFailing(HostName host, List<String> findings, Instant switchedOffAt, String house, boolean isLast)
        implements Mail {

    /** Where domains are looked after. */
    static final String PLACE = "/app/domains";

    public DomainFailing {
        findings = List.copyOf(findings);
    }

    @Override
    public String kind() {
        return isLast ? "domain-ending" : "domain-failing";
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(host.value()), MailValue.of(switchedOffAt), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(MailValue.of(host.value()), MailValue.of(findings), MailValue.of(switchedOffAt));
    }

    @Override
    public @Nullable String place() {
        return PLACE;
    }
}
