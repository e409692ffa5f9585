package io.chom.embedded.kafka;

import io.chom.embedded.part.Part;
import io.chom.embedded.part.Ports;
import io.chom.embedded.part.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** One Kafka node inside this process. */
public final class KafkaPart implements Part {

    private static final String SETTING = "chom.kafka.bootstrap-servers";

    private final Site site;
    private final OptionalInt advertised;
    private @Nullable KafkaRaftServer running;

    /** @param site where the log is kept */
    public KafkaPart(Site site) {
        this(site, OptionalInt.empty());
    }

    /**
     * A node that others reach by something in between.
     *
     * @param site where the log is kept
     * @param advertised the port that clients are told, if not the one of the node itself
     */
    public KafkaPart(Site site, OptionalInt advertised) {
        this.site = site;
        this.advertised = advertised;
    }

    @Override
    public String label() {
        return "Kafka " + AppInfoParser.getVersion();
    }

    @Override
    public Map<String, String> start() throws IOException {
        int port = site.ports().claim(9094, label(), SETTING);
        Path log = site.data().resolve("kafka");
        format(log);
        // The controller's address is configuration, not data, in a static quorum: any free port will do at each start.
        KafkaConfig config =
                KafkaConfig.fromProps(KafkaSettings.of(log, port, advertised.orElse(port), Ports.anyFree()));
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        running = server;
        server.startup();
        return Map.of(SETTING, "127.0.0.1:" + advertised.orElse(port));
    }

    @Override
    public void stop() {
        KafkaRaftServer server = running;
        running = null;
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static void format(Path log) throws IOException {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(words, true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(out)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(KafkaSettings.NODE)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .run();
        } catch (Exception e) {
            throw new IOException(
                    "Kafka's log directory could not be made: " + words.toString(StandardCharsets.UTF_8), e);
        }
    }
}
