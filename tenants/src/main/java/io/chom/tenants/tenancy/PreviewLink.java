package io.chom.tenants.tenancy;

import java.time.Instant;

/**
 * A link to the preview of a draft that has just been made.
 *
 * @param key what opens it; told this once
 * @param until when it ends
 */
public record PreviewLink(PreviewKey key, Instant until) {}
