package io.chom.embedded.stripe;

import io.chom.embedded.part.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a sandbox outlast the process: its objects stand in a file, written soon after each change and when it ends. What was
 * answered a moment before the process was killed may be missing.
 */
final class Memory implements AutoCloseable {

    private static final long PAUSE = 1_000;

    private final Path file;
    private final Sandbox sandbox;
    private final JsonMapper json = JsonMapper.shared();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stripe-memory").daemon().factory());
    private long written;

    /** @param file where it stands; nothing is remembered if there is none */
    Memory(Path file, Sandbox sandbox) {
        this.file = file;
        this.sandbox = sandbox;
    }

    /** Remembers what was, and from now on what becomes. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void begin() throws IOException {
        if (Files.exists(file)) {
            synchronized (sandbox) {
                recall(read());
            }
        }
        writer.scheduleWithFixedDelay(this::keepUp, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
    }

    private Map<String, List<Json>> read() throws IOException {
        try {
            var shelves = new LinkedHashMap<String, List<Json>>();
            Json.read(json.readValue(file.toFile(), Map.class))
                    .objects("shelves")
                    .forEach(shelf -> shelves.put(shelf.string("account"), shelf.objects("objects")));
            return shelves;
        } catch (JacksonException e) {
            throw new IOException("The Stripe sandbox cannot read " + file + ". Remove it to begin anew.", e);
        }
    }

    /** An object that stands within another one, or on two shelves, is one again. */
    private void recall(Map<String, List<Json>> shelves) {
        Map<String, Json> known = new HashMap<>();
        shelves.values()
                .forEach(objects -> objects.forEach(object -> known.merge(
                        object.id(), object, (one, other) -> one.plain().equals(other.plain()) ? one : other)));
        shelves.forEach((account, objects) -> {
            Shelf shelf = sandbox.shelf(account).orElseGet(() -> sandbox.open(account));
            objects.forEach(object -> {
                Json one = known.getOrDefault(object.id(), object);
                Json same = one.plain().equals(object.plain()) ? one : object;
                shelf.keep(same.is("object", Kind.EVENT.object()) ? same : same.linked(known));
            });
        });
    }

    private void keepUp() {
        try {
            write();
        } catch (IOException | RuntimeException e) {
            System.err.println("The Stripe sandbox cannot remember: " + e);
        }
    }

    private synchronized void write() throws IOException {
        byte[] bytes;
        synchronized (sandbox) {
            long changes = sandbox.changes();
            if (changes == written) {
                return;
            }
            bytes = json.writeValueAsBytes(state().plain());
            written = changes;
        }
        Path fresh = PrivateFiles.temporary(file);
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Json state() {
        var shelves = new ArrayList<Json>();
        sandbox.shelves()
                .forEach(
                        shelf -> shelves.add(Json.of("account", shelf.account()).set("objects", shelf.everything())));
        return Json.of("shelves", shelves);
    }

    @Override
    public void close() {
        writer.shutdownNow();
        keepUp();
    }
}
