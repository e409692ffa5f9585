package io.chom.tenants.tenancy;

import io.chom.tenants.platform.TenantId;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.BrandStylesheet;
import io.chom.theming.BrandTokens;

/**
 * A version of a brand with everything that is worked out of it once.
 *
 * @param reseller whose brand it is
 * @param version counts from 1; 0 is the neutral one of a reseller that has published none
 * @param brand what was published
 * @param tokens its readable colours
 * @param stylesheet its style sheet, with the hash that names it
 * @param assets its files: style sheet, logos, favicon, font
 */
public record PublishedBrand(
        TenantId reseller,
        int version,
        Brand brand,
        BrandTokens tokens,
        BrandStylesheet stylesheet,
        BrandAssets assets) {

    static PublishedBrand of(TenantId reseller, int version, Brand brand) {
        BrandTokens tokens = BrandTokens.of(brand.look());
        return new PublishedBrand(
                reseller, version, brand, tokens, BrandStylesheet.of(brand, tokens), BrandAssets.of(brand));
    }

    /** The same look, worn by another reseller. */
    PublishedBrand wornBy(TenantId other) {
        return new PublishedBrand(other, version, brand, tokens, stylesheet, assets);
    }
}
