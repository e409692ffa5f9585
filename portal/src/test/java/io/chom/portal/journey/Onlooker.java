package io.chom.portal.journey;

import io.chom.portal.client.AppPage;
import io.chom.portal.client.Person;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person who leaves a page open and does nothing. The page does by itself what Vaadin's script does: when its socket is
 * lost it opens it again after a pause, and when it is told that the session is over it loads itself again. What the
 * person would see of that as a failure is a fault.
 */
final class Onlooker {

    /** Longer away is a fault. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);
    private static final String VIEW = "usage";
    private static final String FIGURES = "Bandwidth";
    private static final String CHANGES = "\"changes\"";
    private static final Pattern LOAD_AGAIN = Pattern.compile("\"sessionExpired\":\\s*true|location\\.reload");

    private final int port;
    private final String host;
    private final Consumer<String> faults;
    private final Person person = new Person();
    private final List<Duration> absences = new CopyOnWriteArrayList<>();

    private volatile @Nullable AppPage page;
    private volatile boolean there;
    private volatile boolean gone;
    private volatile int losses;
    private volatile long since;
    private String awaited = FIGURES;

    /** @param faults is told of each */
    Onlooker(int port, String brand, Consumer<String> faults) {
        this.port = port;
        this.host = brand + ".localhost:" + port;
        this.faults = faults;
    }

    /** Logs in, in this process, and opens the page. */
    void open(String process, String email, String password) throws IOException {
        person.keep(port, "session", "0." + process);
        person.logIn(address(), email, password);
        show();
    }

    /** Runs the page until the person goes. */
    Void stay() throws InterruptedException {
        while (!gone) {
            boolean over = listen();
            if (!gone && over) {
                loadAgain();
            } else if (!gone) {
                reconnect();
            }
        }
        return null;
    }

    /** Until the page is told that its session is over; false if the socket is lost without a word. */
    private boolean listen() {
        AppPage open = Objects.requireNonNull(page);
        try {
            while (true) {
                String message = open.awaitPush();
                if (LOAD_AGAIN.matcher(message).find()) {
                    lose();
                    return true;
                }
                if (message.contains(awaited)) {
                    beThere();
                }
            }
        } catch (IOException lost) {
            lose();
            return false;
        }
    }

    private void lose() {
        if (there && !gone) {
            since = System.nanoTime();
            there = false;
            losses++;
        }
    }

    private void beThere() {
        if (!there && losses > absences.size()) {
            Duration absence = Duration.ofNanos(System.nanoTime() - since);
            absences.add(absence);
            if (absence.compareTo(PATIENCE) > 0) {
                fault("away for " + absence.toSeconds() + " s");
            }
        }
        there = true;
    }

    private void reconnect() throws InterruptedException {
        AppPage open = Objects.requireNonNull(page);
        UsageTraffic.pause(open.pause());
        awaited = CHANGES;
        try {
            if (!gone) {
                page = open.connected(Duration.ZERO);
            }
        } catch (IOException refused) {
            fault("the socket is not opened again: " + refused);
        }
    }

    private void loadAgain() throws InterruptedException {
        farewell();
        while (!gone && !loaded()) {
            UsageTraffic.pause(BEFORE_ANOTHER_TRY);
        }
    }

    private boolean loaded() {
        try {
            Person.Arrival arrival = person.open(address());
            if (arrival.answer().status() == 200 && arrival.at().equals(address())) {
                if (arrival.steps() > 0) {
                    fault("logged in once more");
                }
                show();
                return true;
            }
            fault("led to " + arrival);
        } catch (IOException e) {
            fault(e.toString());
        }
        return false;
    }

    private void show() throws IOException {
        AppPage fresh = AppPage.of(URI.create("http://" + host), "/app/", person.cookies(port));
        String first = fresh.navigate(VIEW);
        awaited = FIGURES;
        page = fresh.connected(Duration.ZERO);
        if (first.contains(FIGURES)) {
            beThere();
        }
    }

    /** Nobody looks at the answer; the session may be unknown there. */
    private void farewell() {
        AppPage open = page;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException unheard) {
            open = null;
        }
    }

    private void fault(String what) {
        if (!gone) {
            faults.accept(Instant.now() + " " + host + " " + what.substring(0, Math.min(600, what.length())));
        }
    }

    private URI address() {
        return URI.create("http://" + host + "/app/" + VIEW);
    }

    /** Whether the page shows the view and would hear of a change. */
    boolean isThere() {
        return there;
    }

    /** The process in which the session lives. */
    String home() {
        String session = person.cookie(port, "session");
        return session.substring(session.lastIndexOf('.') + 1);
    }

    /** How often the page has lost its process. */
    int losses() {
        return losses;
    }

    /** How long each time, until the view was there again. */
    List<Duration> absences() {
        return absences;
    }

    /** Closes the page. */
    void go() {
        gone = true;
        farewell();
    }
}
