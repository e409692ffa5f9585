package io.chom.portal.processes;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts processes of this very program. Their settings stand in their environment, which only their owner can read; a
 * command line is for everybody.
 */
final class Spawn {

    private static final File SETSID = new File("/usr/bin/setsid");
    private static final String SETTINGS = "SPRING_APPLICATION_JSON";
    private static final Duration GENTLE = Duration.ofSeconds(45);

    private final Folder folder;
    private final Path data;
    private final int memoryPercent;

    /** @param processes how many share the machine's memory */
    Spawn(Folder folder, Path data, int processes) {
        this.folder = folder;
        this.data = data;
        this.memoryPercent = Math.max(3, 60 / processes);
    }

    /** In a session of its own where possible, because Ctrl-C must reach it only when its turn has come. */
    Process start(Slot slot, Map<String, String> settings) throws IOException {
        List<String> line = new ArrayList<>(SETSID.canExecute() ? List.of(SETSID.getPath()) : List.of());
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-XX:MaxRAMPercentage=" + memoryPercent);
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.add(mark());
        line.addAll(program());
        line.add(slot.name());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.wordsOf(slot).toFile());
        builder.environment().merge(SETTINGS, json(settings), (ours, theirs) -> together(ours, settings));
        Process process = builder.start();
        Files.writeString(folder.pidOf(slot), process.pid() + "\n");
        return process;
    }

    /** As this process was started: by a jar, or by a class on a class path. */
    private static List<String> program() {
        String path = System.getProperty("java.class.path");
        String main = System.getProperty("sun.java.command").split(" ", 2)[0];
        return main.endsWith(".jar") ? List.of("-jar", path) : List.of("-cp", path, main);
    }

    private String mark() {
        return "-Dchom.process.of=" + data;
    }

    private static String json(Map<String, String> settings) {
        return JsonMapper.shared().writeValueAsString(settings);
    }

    /** What came from outside stays, unless the slot demands something else. */
    private static String together(String outside, Map<String, String> settings) {
        Map<String, Object> all = new LinkedHashMap<>(
                JsonMapper.shared().readValue(outside, new TypeReference<Map<String, Object>>() {}));
        all.putAll(settings);
        return JsonMapper.shared().writeValueAsString(all);
    }

    /** Ends what a killed run left behind in a slot. */
    void endLeftover(Slot slot) throws IOException {
        Path file = folder.pidOf(slot);
        if (Files.exists(file)) {
            Optional.of(Files.readString(file).strip())
                    .filter(pid -> pid.matches("\\d{1,18}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(process -> process.info().commandLine().orElse("").contains(mark()))
                    .ifPresent(Spawn::end);
            Files.delete(file);
        }
    }

    /** Asks a process to end, gives it the time that its order of the end may take, and insists then. */
    static void end(ProcessHandle process) {
        process.destroy();
        try {
            var unused = process.onExit().get(GENTLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
