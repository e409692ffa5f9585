package io.chom.portal.hostile;

import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;

/** The brand whose parts strangers give. */
final class Victim {

    static final Brand BRAND = DemoBrands.acme()
            .withContact(
                    DemoBrands.acme().contact().withLegalFooter("Acme Hosting GmbH, Hafenstraße 12, 20457 Hamburg"));

    private Victim() {}
}
