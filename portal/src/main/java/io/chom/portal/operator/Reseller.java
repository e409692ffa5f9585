package io.chom.portal.operator;

import io.chom.portal.formats.Language;
import io.chom.portal.parts.Status;
import io.chom.tenants.reseller.PlatformOverview.ResellerRow;
import java.util.Locale;

/**
 * One reseller as the list writes it.
 *
 * @param address where its portal is, with scheme and port
 */
record Reseller(ResellerRow row, String address, Language language) {

    /** Whether name or host contains the text, in any case. */
    boolean matches(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return row.name().toLowerCase(Locale.ROOT).contains(wanted)
                || row.host().toLowerCase(Locale.ROOT).contains(wanted);
    }

    boolean hasNearLimit() {
        return row.nearLimit() > 0;
    }

    String mrr() {
        return language.formats().money(row.mrr());
    }

    String customers() {
        return language.formats().number(row.customers());
    }

    String near() {
        return language.formats().number(row.nearLimit());
    }

    private boolean isActive() {
        return "active".equals(row.status());
    }

    Status tone() {
        return isActive() ? Status.SUCCESS : Status.WAITING;
    }

    String status() {
        return language.say("operator.status." + (isActive() ? "active" : "suspended"));
    }
}
