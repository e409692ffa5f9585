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
    private static final Pattern ACCENTS = Pattern.compile("--ui-accent:light-dark\\((#[0-9a-f]{6}),(#[0-9a-f]{6})\\)");

    private final WhiteLabelTarget target;
    private final Findings findings;

    private WhiteLabelProbe(WhiteLabelTarget target) {
        this.target = target;
        List<String> traces = new ArrayList<>(target.words());
        List<String> unknown = new ArrayList<>();
        target.platform().ifPresent(platform -> {
            if (!platform.getHost().equals("localhost")) {
                traces.add(platform.getHost());
            }
            addAccents(platform, traces, unknown);
        });
        this.findings = new Findings(new Traces(traces));
        unknown.forEach(why -> findings.missed("colours of the platform", why));
    }

    /** Walks the target. What cannot be reached is told in the report, and is no success. */
    public static WhiteLabelReport walk(WhiteLabelTarget target) {
        return new WhiteLabelProbe(target).walk();
    }

    private WhiteLabelReport walk() {
        new PublicWalk(findings).walk(target.portal());
        part("the application", () -> {
            var person = new LogInWalk(findings).walk(target.portal(), target.email(), target.password());
            new ViewWalk(findings).walk(target.portal(), LogInWalk.cookies(person, target.portal()), target.except());
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

    /** The platform's own colours of both modes, as its style sheet has them. */
    private static void addAccents(URI platform, List<String> traces, List<String> unknown) {
        try {
            Matcher sheet = SHEET.matcher(
                    Http.get(platform.resolve("/"), "Accept: text/html").body());
            Matcher accents = ACCENTS.matcher(
                    sheet.find() ? Http.get(platform.resolve(sheet.group(1))).body() : "");
            if (accents.find()) {
                traces.add(accents.group(1));
                traces.add(accents.group(2));
            } else {
                unknown.add("no style sheet with an accent at " + platform);
            }
        } catch (IOException unreachable) {
            unknown.add(unreachable.toString());
        }
    }
}
