package io.chom.tenants.usage.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** An event as the API's description shows it; {@link UsageEventReader} reads it. */
@Schema(name = "UsageEvent")
record EventBody(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                maxLength = 128,
                description = "Your own name for the event: sent again, it is not counted again",
                example = "backup-2026-03-01-shop")
        String id,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "bandwidth_gb")
        String meter,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                minimum = "0",
                maximum = "1000000000000",
                description = "At most 6 decimals",
                example = "1.5")
        BigDecimal quantity,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Up to 35 days back and 5 minutes ahead")
        Instant time,

        @Schema(maxLength = 200, description = "What it was used by", example = "shop.example.com")
        String subject,

        @Schema(description = "At most 20 pairs of texts up to 200 characters", example = "{\"region\":\"eu\"}")
        Map<String, String> attributes,

        @Schema(
                maxLength = 128,
                description =
                        "Id of an event that was counted: this one's quantity replaces that one's, in its own time and"
                                + " period, and 0 cancels it. Each event is corrected once; to change a correction, correct that",
                example = "backup-2026-02-28-shop")
        String corrects) {}
