package io.chom.tenants.platform.mail;

import io.chom.tenants.platform.TenantId;
import io.chom.theming.BrandAssets;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In whose name mails go out at present.
 *
 * @param owner the owner of the brand
 * @param assets the brand that it wears
 * @param origin where its portal is, without a path: the one host that mails link to
 * @param language of recipients of whom no other is known
 * @param zone in which its mails tell times
 * @param sender under which name and through which server
 */
public record Letterhead(TenantId owner, BrandAssets assets, URI origin, Locale language, ZoneId zone, Sender sender) {

    /** The name of the host that mails link to. */
    String host() {
        return origin.getHost();
    }

    /** The one of the brand's languages that a recipient reads who wants this one, or of whom none is known. */
    Locale spoken(@Nullable Locale wanted) {
        return assets.brand().languages().nearest(wanted == null ? language : wanted);
    }
}
