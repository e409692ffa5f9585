package io.chom.tenants.tenancy;

import java.time.ZoneId;

/**
 * What somebody says about an organisation that is to be created.
 *
 * @param slug its short name
 * @param name its name for people, 1–120 characters
 * @param zone where its days begin
 */
public record NewTenant(Slug slug, String name, ZoneId zone) {

    public NewTenant {
        if (name.isBlank() || name.length() > 120) {
            throw new IllegalArgumentException("A tenant's name has 1–120 characters.");
        }
    }
}
