package io.chom.tenants.tenancy.domains;

import com.google.common.net.InternetDomainName;
import io.chom.tenants.tenancy.HostName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whether a host can be asked for at all, whoever asks. */
@Component
final class ClaimableNames {

    /** Names that are no part of the DNS (RFC 6761, 6762, 7686, 8375, 9476; ICANN for {@code internal}). */
    private static final List<String> SPECIAL_USE = List.of(
            "alt",
            "arpa",
            "example",
            "example.com",
            "example.net",
            "example.org",
            "internal",
            "invalid",
            "local",
            "localdomain",
            "localhost",
            "onion",
            "test");

    /** So that there can be a name for the proof of ownership below it (RFC 1035, section 2.3.4). */
    private static final int LONGEST = 235;

    private final ClaimProperties settings;

    ClaimableNames(ClaimProperties settings) {
        this.settings = settings;
    }

    /** Why a host cannot be asked for. */
    enum Reason {
        /** A single label is no name of the internet. */
        SINGLE_LABEL,
        /** There is no room for the proof of ownership. */
        TOO_LONG,
        /** The name means something only in a network of its own. */
        SPECIAL_USE,
        /** The name, or one above it, is the platform's. */
        RESERVED,
        /** Everybody can register names below it, so it is nobody's. */
        PUBLIC_SUFFIX
    }

    /** Why the host cannot be asked for; empty if it can. */
    Optional<Reason> refuse(HostName host) {
        String name = host.value();
        if (isBelow(name, settings.reserved())) {
            return Optional.of(Reason.RESERVED);
        }
        if (name.indexOf('.') < 0) {
            return Optional.of(Reason.SINGLE_LABEL);
        }
        if (name.length() > LONGEST) {
            return Optional.of(Reason.TOO_LONG);
        }
        if (isBelow(name, SPECIAL_USE)) {
            return isBelow(name, settings.claimable()) ? Optional.empty() : Optional.of(Reason.SPECIAL_USE);
        }
        return isPublicSuffix(name) ? Optional.of(Reason.PUBLIC_SUFFIX) : Optional.empty();
    }

    private static boolean isBelow(String name, Collection<String> parents) {
        return parents.stream().anyMatch(parent -> name.equals(parent) || name.endsWith("." + parent));
    }

    private static boolean isPublicSuffix(String name) {
        return InternetDomainName.isValid(name) && InternetDomainName.from(name).isPublicSuffix();
    }
}
