package io.chom.tenants.developer.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** How long the old key works on. */
@Schema(name = "Rotation")
record RotationBody(
        @Schema(description = "Seconds, 0 to 30 days", example = "86400")
        long overlapSeconds) {}
