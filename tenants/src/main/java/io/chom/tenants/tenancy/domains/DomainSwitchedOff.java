package io.chom.tenants.tenancy.domains;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailValue;
import io.chom.tenants.tenancy.HostName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain is not served any more, because its checks failed for too long.
 *
 * @param host the domain
 * @param findings what was wrong, each as what was expected and what is there
 * @param at when it was switched off
 * @param house name of the organisation that was served there
 */
public record DomainSwitchedOff(HostName host, List<String> findings, Instant at, String house) implements Mail {

    public DomainSwitchedOff {
        findings = List.copyOf(findings);
    }

    @Override
    public String kind() {
        return "domain-switched-off";
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(host.value()), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(MailValue.of(host.value()), MailValue.of(findings), MailValue.of(at));
    }

    @Override
    public @Nullable String place() {
        return DomainFailing.PLACE;
    }
}
