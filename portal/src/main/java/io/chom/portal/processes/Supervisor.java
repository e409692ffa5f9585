package io.chom.portal.processes;

import io.chom.portal.demo.DemoRecord;
import io.chom.portal.runtime.Addresses;
import io.chom.portal.runtime.Announcement;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Starts the processes, says when all are there, restarts them when somebody asks, and ends them before the parts end. */
final class Supervisor {

    private static final Duration PACE = Duration.ofMillis(200);

    /** As long as a first start may take to found the demo on a slow machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Terminal terminal = new Terminal(System.out);
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("processes-", 0).factory());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final AtomicBoolean announced = new AtomicBoolean();
    private final ConfigurableApplicationContext context;
    private final List<Slot> slots;
    private final Folder folder;
    private final Spawn spawn;
    private final Fleet fleet;
    private final Addresses addresses;
    private final Announcement announcement;

    Supervisor(ConfigurableApplicationContext context, Map<String, String> given, int count) throws IOException {
        Environment settings = context.getEnvironment();
        Path data = Path.of(settings.getProperty("chom.embedded.data-dir", ".data"))
                .toAbsolutePath()
                .normalize();
        this.context = context;
        this.addresses = Addresses.of(settings);
        this.announcement = new Announcement(settings, addresses);
        this.slots = Slot.each(count, settings.getProperty("chom.port-offset", Integer.class, 0));
        this.folder = Folder.in(data);
        this.spawn = new Spawn(folder, data, slots.size());
        var assignment = new Assignment(settings, given, data, addresses);
        this.fleet =
                new Fleet(slots.stream().map(slot -> member(slot, assignment)).toList(), terminal);
    }

    private Member member(Slot slot, Assignment assignment) {
        boolean first = slot.equals(slots.getFirst());
        return new Member(
                slot, () -> spawn.start(slot, assignment.of(slot, first && !announced.get())), later, terminal, http);
    }

    void stay() throws IOException, InterruptedException {
        try (var overview = new Overview(fleet, addresses.managementPort())) {
            tidyUp();
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    fleet.retire();
                }
            });
            overview.open();
            start();
            var restart = new Restart(fleet, folder, terminal);
            while (context.isActive()) {
                restart.ifWanted();
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
    }

    private void tidyUp() throws IOException {
        announcement.withdraw();
        for (Slot slot : slots) {
            spawn.endLeftover(slot);
            Files.deleteIfExists(folder.demoOf(slot));
        }
        Files.deleteIfExists(folder.restart());
    }

    private void start() throws InterruptedException {
        try {
            fleet.start();
            if (context.getEnvironment().getProperty("chom.demo", Boolean.class, false)) {
                announcement.make(demo());
            }
            announced.set(true);
        } catch (StartFailed e) {
            if (context.isActive()) {
                System.err.println("  ✗ " + e.getMessage());
                throw e;
            }
        }
    }

    /** Who can enter the demo, as soon as the first process has founded it. */
    private DemoRecord demo() {
        Path file = folder.demoOf(slots.getFirst());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > end || !context.isActive()) {
                throw new StartFailed("The demo is not there in time; its log is that of "
                        + slots.getFirst().name() + ".");
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
        return JsonMapper.shared().readValue(file, DemoRecord.class);
    }
}
