package io.chom.portal.whitelabel;

import io.chom.portal.client.Http;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks a reseller's portal as its visitors, customers and programs do, and looks for the platform's name, hosts and
 * colours in everything that is answered: pages, views, mails, documents, headers, names of cookies, sheets, scripts.
 */
public final class WhiteLabelProbe {

    private static final Pattern SHEET = Pattern.compile("href=\"(/brand/[0-9a-f]+\\.css)\"");
    private static final Pattern ACCENT = Pattern.compile("--ui-accent:\\s*(?:light-dark\\()?\\s*(#[0-9a-fA-F]{6})");

    private final WhiteLabelTarget target;
    private final Findings findings;

    private WhiteLabelProbe(WhiteLabelTarget target) {
        this.target = target;
        this.findings = new Findings(new Traces(traces(target)));
    }

    /** Walks the target. What cannot be reached is told in the report, and is no success. */
    public static WhiteLabelReport walk(WhiteLabelTarget target) {
        return new WhiteLabelProbe(target).walk();
    }

    private WhiteLabelReport walk() {
        new PublicWalk(findings).walk(target.portal());
        part("the application", () -> {
            var person = new LogInWalk(findings).walk(target.portal(), target.email(), target.password());
            new ViewWalk(findings).walk(target.portal(), LogInWalk.cookies(person, target.portal()));
        });
        target.api().ifPresent(api -> part("the API", () -> new ApiWalk(findings).walk(api)));
        target.mailbox()
                .ifPresent(mailbox -> part(
                        "mails",
                        () -> new MailWalk(findings)
                                .walk(mailbox, target.portal().getHost())));
        return findings.report();
    }

    private interface Part {
        void walk() throws IOException;
    }

    private void part(String name, Part part) {
        try {
            part.walk();
        } catch (IOException unreachable) {
            findings.missed(name, unreachable.toString());
        }
    }

    private static List<String> traces(WhiteLabelTarget target) {
        List<String> traces = new ArrayList<>(target.words());
        target.platform().ifPresent(platform -> {
            if (!platform.getHost().equals("localhost")) {
                traces.add(platform.getHost());
            }
            accent(platform).ifPresent(traces::add);
        });
        return traces;
    }

    /** The platform's own colour, as its style sheet has it. */
    private static java.util.Optional<String> accent(URI platform) {
        try {
            Matcher sheet = SHEET.matcher(
                    Http.get(platform.resolve("/"), "Accept: text/html").body());
            if (!sheet.find()) {
                return java.util.Optional.empty();
            }
            Matcher accent =
                    ACCENT.matcher(Http.get(platform.resolve(sheet.group(1))).body());
            return accent.find() ? java.util.Optional.of(accent.group(1)) : java.util.Optional.empty();
        } catch (IOException unreachable) {
            return java.util.Optional.empty();
        }
    }
}
