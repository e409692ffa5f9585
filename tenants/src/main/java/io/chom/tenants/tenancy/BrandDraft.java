package io.chom.tenants.tenancy;

import io.chom.theming.Brand;

/**
 * What those who may change a brand are working on together.
 *
 * @param brand as it would be published
 * @param revision names the last change and grows with each; 0 while the brand is as it was published last
 */
public record BrandDraft(Brand brand, long revision) {

    /** Whether there is something to publish. */
    public boolean isChanged() {
        return revision > 0;
    }

    /** The same work with another brand as its result. */
    public BrandDraft with(Brand other) {
        return new BrandDraft(other, revision);
    }
}
