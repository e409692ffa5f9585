package io.chom.portal.session;

import io.chom.portal.formats.Language;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.PublishedBrand;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * The brand that a request's host belongs to.
 *
 * @param host host of the request, normalised
 * @param owner the reseller, or the platform, behind it
 * @param look its brand as published
 */
public record ServedBrand(HostName host, BrandOwner owner, PublishedBrand look) {

    private static final String ATTRIBUTE = ServedBrand.class.getName();

    /** What {@link HostFilter} found for this request; every request that reaches a page has one. */
    public static ServedBrand of(ServletRequest request) {
        return find(request).orElseThrow(() -> new IllegalStateException("No brand was found for this request."));
    }

    /** The same, for a request that may have been refused before. */
    public static Optional<ServedBrand> find(ServletRequest request) {
        return Optional.ofNullable((ServedBrand) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
        Language.speakAs(look.brand(), request);
    }
}
