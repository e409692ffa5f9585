package io.chom.tenants.tenancy;

import io.chom.theming.Brand;
import java.time.Instant;

/**
 * What somebody with a link is shown.
 *
 * @param brand the draft, or the brand as it is worn while there is none
 * @param until when the link ends
 */
public record DraftPreview(Brand brand, Instant until) {}
