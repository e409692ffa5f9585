package io.chom.portal.brand;

import io.chom.tenants.tenancy.BrandDraft;
import io.chom.tenants.tenancy.BrandVersion;
import java.util.List;
import java.util.Optional;

/**
 * What stands on the page of a brand.
 *
 * @param draft the work at hand
 * @param history what was published, the newest first; its first is worn now
 * @param refusal why the last wish was not granted, in words for the person
 * @param isBehind whether the person has gone on meanwhile, so that the draft is not their latest work
 */
record BrandPage(BrandDraft draft, List<BrandVersion> history, Optional<String> refusal, boolean isBehind) {

    BrandPage {
        history = List.copyOf(history);
    }
}
