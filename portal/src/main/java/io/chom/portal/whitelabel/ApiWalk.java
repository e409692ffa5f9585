package io.chom.portal.whitelabel;

import io.chom.portal.client.Http;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The API: its description, and the refusals that every program meets. */
final class ApiWalk {

    private static final List<String> PLACES = List.of(
            "/",
            "/api/v1/docs",
            "/api/v1/openapi.json",
            "/api/v1/usage",
            "/api/v1/entitlements",
            "/api/v1/subscription",
            "/api/v1/plans",
            "/api/v1/me",
            "/api/v1/no-such-thing",
            "/no-such-place");

    private final Findings findings;

    ApiWalk(Findings findings) {
        this.findings = findings;
    }

    /** Asks each place without a key, with a wrong one, and with nonsense. */
    void walk(URI api) throws IOException {
        for (String place : PLACES) {
            URI at = api.resolve(place);
            findings.look(at, Http.get(at, "Accept: */*"));
            findings.look(at, Http.get(at, "Accept: */*", "Authorization: Bearer nonsense"));
        }
        URI usage = api.resolve("/api/v1/usage/events");
        findings.look(usage, Http.post(usage, "{", "Content-Type: application/json"));
    }
}
