package io.chom.tenants.developer.web;

import io.chom.tenants.developer.NewKey;
import io.chom.tenants.developer.Scope;
import io.chom.tenants.platform.Cidr;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Failure.Violation;
import io.chom.tenants.platform.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a program says about a key that it wants; nothing is believed before {@link #checked}. */
@Schema(name = "NewKey")
record NewKeyBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Nightly import") @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"usage:write\"]") @Nullable
        List<@Nullable String> scopes,

        @Schema(description = "Addresses and ranges; empty for everywhere", example = "[\"203.0.113.0/24\"]") @Nullable
        List<@Nullable String> allowedIps,

        @Schema(description = "When it ends by itself; missing for never") @Nullable
        Instant expiresAt) {

    /**
     * The key that is wanted.
     *
     * @throws Refused with one violation per wrong place
     */
    NewKey checked() {
        List<Violation> wrong = new ArrayList<>();
        Set<Scope> known = scopesOf(wrong);
        List<Cidr> ranges = rangesOf(wrong);
        if (name == null || name.isBlank() || name.length() > 80) {
            wrong.add(new Violation("/name", "invalid-value", "A key's name has 1–80 characters."));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(
                    new Failure.Invalid("invalid-request", "The request has values that are not right.", wrong));
        }
        return new NewKey(Objects.requireNonNull(name), known, ranges, expiresAt);
    }

    private Set<Scope> scopesOf(List<Violation> wrong) {
        Set<Scope> known = new HashSet<>();
        List<@Nullable String> given = scopes == null ? List.of() : scopes;
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i);
            var scope = Scope.of(text == null ? "" : text);
            if (scope.isEmpty()) {
                wrong.add(new Violation("/scopes/" + i, "unknown-scope", "There is no such scope."));
            }
            scope.ifPresent(known::add);
        }
        if (given.isEmpty()) {
            wrong.add(new Violation("/scopes", "missing", "A key has at least one scope."));
        }
        return known;
    }

    private List<Cidr> rangesOf(List<Violation> wrong) {
        List<Cidr> ranges = new ArrayList<>();
        List<@Nullable String> given = allowedIps == null ? List.of() : allowedIps;
        if (given.size() > 50) {
            wrong.add(new Violation("/allowed_ips", "too-many", "A key names at most 50 address ranges."));
            return List.of();
        }
        for (int i = 0; i < given.size(); i++) {
            try {
                ranges.add(Cidr.of(Objects.requireNonNullElse(given.get(i), "")));
            } catch (IllegalArgumentException e) {
                wrong.add(new Violation("/allowed_ips/" + i, "invalid-value", "A range is written as 10.0.0.0/8."));
            }
        }
        return ranges;
    }
}
