package io.chom.portal.whitelabel;

import io.chom.portal.client.Http;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** What anybody can open: pages, and all that they link, load and lead to on the same host, without a log-in. */
final class PublicWalk {

    private static final List<String> DOORS = List.of(
            "/",
            "/robots.txt",
            "/sitemap.xml",
            "/manifest.webmanifest",
            "/favicon.ico",
            "/apple-touch-icon.png",
            "/.well-known/security.txt",
            "/no-such-page",
            "/brand/no-such-file.css",
            "/app/no-such-view?v-r=none",
            "/login/oauth2/code/none?error=none");

    private static final Pattern LINK = Pattern.compile(
            "(?:\"(?:src|start_url|url)\"\\s*:\\s*\"|<loc>\\s*|\\b(?:href|src|action|content|from|import)\\s*[=(]?\\s*[\"']|url\\([\"']?|@import\\s+[\"'])([^\"'()\\s<>]+)");
    private static final int MOST = 600;

    private final Findings findings;
    private final Deque<URI> open = new ArrayDeque<>();
    private final Set<URI> seen = new HashSet<>();

    PublicWalk(Findings findings) {
        this.findings = findings;
    }

    /** Walks an origin from its usual doors. */
    void walk(URI origin) {
        DOORS.forEach(door -> add(origin, door));
        while (!open.isEmpty() && seen.size() <= MOST) {
            visit(open.poll());
        }
        if (!open.isEmpty()) {
            findings.missed(origin.toString(), "more than " + MOST + " places");
        }
    }

    private void visit(URI at) {
        try {
            Http.Answer answer = Http.get(at, "Accept: */*", "Accept-Language: en");
            findings.look(at, answer);
            if (answer.headers("Content-Type").anyMatch(type -> type.startsWith("application/pdf"))) {
                new DocumentWalk(findings).walk(at.toString(), at);
            }
            answer.headers("Location").forEach(to -> add(at, to));
            links(answer).forEach(link -> add(at, link));
        } catch (IOException unreachable) {
            findings.missed(at.toString(), unreachable.toString());
        }
    }

    /** Only pages, sheets and scripts lead further; a picture or a font says all it has to say. */
    private static Stream<String> links(Http.Answer answer) {
        boolean leads =
                answer.headers("Content-Type").anyMatch(type -> type.matches(".*(html|css|javascript|json|xml).*"));
        return leads ? LINK.matcher(answer.body()).results().map(found -> found.group(1)) : Stream.empty();
    }

    private void add(URI from, String link) {
        try {
            URI at = from.resolve(HtmlUtils.htmlUnescape(link));
            URI plain = new URI(at.getScheme(), at.getRawAuthority(), at.getPath(), at.getQuery(), null);
            boolean isHere = from.getScheme().equals(plain.getScheme())
                    && from.getRawAuthority().equals(plain.getRawAuthority());
            if (isHere && seen.add(plain)) {
                open.add(plain);
            }
        } catch (IllegalArgumentException | java.net.URISyntaxException noAddress) {
            // A text that only looks like a link; it was looked at with the page that it stands on.
        }
    }
}
