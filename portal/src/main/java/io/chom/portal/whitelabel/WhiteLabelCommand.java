package io.chom.portal.whitelabel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code probe whitelabel --host HOST}: of the program that runs on this machine, everything but the host is known from
 * its {@code ready.json}; of any other, the options say it.
 */
public final class WhiteLabelCommand {

    private static final String USAGE = """
              ✗ probe whitelabel --host HOST
                  --host HOST          of the reseller, as a name of the running demo or an origin such as https://portal.example.com
                  --user E-MAIL        who logs in, with --password; of the demo: an owner of the reseller
                  --except ROUTE       a view whose documents are left out; may stand several times (default of a demo's owner:
                                       invoices, which name the platform because it is the seller on them)
                  --word WORD          what tells of the platform; may stand several times (default: chom)
                  --platform ORIGIN    the platform's own portal, whose host and colour tell of it, too
                  --api ORIGIN         the API on the reseller's host
                  --mailbox ORIGIN     the embedded mailbox
                  --data FOLDER        of the program that runs here (default: .data)
                  --json               every place, for programs""";

    private final List<String> arguments;
    private final @Nullable JsonNode ready;

    private WhiteLabelCommand(List<String> arguments) {
        this.arguments = arguments;
        this.ready = read(Path.of(option("--data").orElse(".data"), "ready.json"));
    }

    /**
     * Walks and prints what was found.
     *
     * @return 0 when there is no trace, 1 when there is one or something could not be walked, 2 for wrong options
     */
    public static int run(List<String> arguments) {
        var target = new WhiteLabelCommand(arguments).target();
        if (target.isEmpty()) {
            System.err.println(USAGE);
            return 2;
        }
        WhiteLabelReport report = WhiteLabelProbe.walk(target.get());
        System.out.println(arguments.contains("--json") ? report.json() : report.text());
        return report.passed() ? 0 : 1;
    }

    private Optional<WhiteLabelTarget> target() {
        return option("--host")
                .flatMap(host -> entrance(host).map(who -> {
                    URI portal = origin(host, "ui");
                    return new WhiteLabelTarget(
                            portal,
                            who.email(),
                            who.password(),
                            all("--word").orElse(List.of("chom")),
                            option("--platform").map(URI::create).or(() -> known("ui")),
                            option("--api")
                                    .map(URI::create)
                                    .or(() -> known("api").map(api -> origin(host, "api"))),
                            option("--mailbox").map(URI::create).or(() -> known("mailbox")),
                            Set.copyOf(all("--except").orElse(who.except())));
                }));
    }

    private record Entrance(String email, String password, List<String> except) {}

    private Optional<Entrance> entrance(String host) {
        var email = option("--user");
        var password = option("--password");
        if (email.isPresent() && password.isPresent()) {
            return Optional.of(new Entrance(email.get(), password.get(), List.of()));
        }
        Predicate<JsonNode> fits = user -> email.isPresent()
                ? user.path("email").asString().equals(email.get())
                : user.path("host").asString().equals(host)
                        && user.path("email").asString().startsWith("owner@");
        return users().filter(fits)
                .findFirst()
                .map(user -> new Entrance(
                        user.path("email").asString(),
                        user.path("password").asString(),
                        email.isPresent() ? List.of() : List.of("invoices")));
    }

    private Stream<JsonNode> users() {
        return ready == null ? Stream.empty() : ready.path("users").valueStream();
    }

    /** The host on the scheme and port of the running program; or the origin that was typed. */
    private URI origin(String host, String part) {
        return host.contains("://")
                ? URI.create(host)
                : known(part)
                        .map(known -> URI.create(known.getScheme() + "://" + host + ":" + known.getPort()))
                        .orElse(URI.create("https://" + host));
    }

    private Optional<URI> known(String part) {
        return Optional.ofNullable(ready)
                .map(all -> all.path(part).asString(""))
                .filter(text -> !text.isEmpty())
                .map(URI::create);
    }

    /** Everything that was said with an option; empty when it was not used. */
    private Optional<List<String>> all(String name) {
        return Optional.of(Stream.iterate(0, at -> at < arguments.size() - 1, at -> at + 1)
                        .filter(at -> arguments.get(at).equals(name))
                        .map(at -> arguments.get(at + 1))
                        .toList())
                .filter(said -> !said.isEmpty());
    }

    private Optional<String> option(String name) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }

    private static @Nullable JsonNode read(Path file) {
        try {
            return Files.exists(file) ? JsonMapper.shared().readTree(Files.readString(file)) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
