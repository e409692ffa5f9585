package io.chom.tenants.tenancy.dns;

import com.google.common.net.InternetDomainName;
import org.xbill.DNS.Name;

/** The domain that somebody can register, by the public suffix list. */
final class Registrable {

    private Registrable() {}

    /** The registrable domain of a host; its last two labels where the list knows no suffix; the host if it has one. */
    static Name of(Name host) {
        String text = host.toString(true);
        if (InternetDomainName.isValid(text)) {
            InternetDomainName name = InternetDomainName.from(text);
            if (name.isUnderPublicSuffix()) {
                return Names.of(name.topPrivateDomain().toString());
            }
        }
        return host.labels() <= 3 ? host : new Name(host, host.labels() - 3);
    }
}
