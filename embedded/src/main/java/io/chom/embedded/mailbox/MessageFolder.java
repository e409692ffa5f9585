package io.chom.embedded.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.MessagingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mails on disk, a file each. Before the mail stands one header of ours that names the recipients, because a hidden
 * one is in no other header.
 *
 * @param folder where the files are
 */
record MessageFolder(Path folder) {

    static final String RECIPIENTS = "X-Envelope-To";

    private static final Pattern ID = Pattern.compile("\\d{13}-[0-9a-f]{8}");
    private static final String SUFFIX = ".eml";

    void save(MovingMessage message) throws IOException, MessagingException {
        String id = "%013d-%08x"
                .formatted(
                        Instant.now().toEpochMilli(),
                        ThreadLocalRandom.current().nextInt());
        Path unfinished = folder.resolve(id + ".unfinished");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            out.write((RECIPIENTS + ": " + recipients(message) + "\r\n").getBytes(StandardCharsets.UTF_8));
            message.getMessage().writeTo(out);
        }
        Files.move(unfinished, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    }

    /** All mails, the latest first. */
    List<Message> all() {
        return ids().stream().map(this::find).flatMap(Optional::stream).toList();
    }

    Optional<Message> find(String id) {
        return file(id).map(file -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return MessageReader.read(id, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The mail as it came. */
    Optional<String> raw(String id) {
        return file(id).map(file -> {
            try {
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void clear() {
        try {
            for (String id : ids()) {
                Files.deleteIfExists(folder.resolve(id + SUFFIX));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An id comes from an address, so it must look like one of ours before it becomes a file name. */
    private Optional<Path> file(String id) {
        return Optional.of(id)
                .filter(text -> ID.matcher(text).matches())
                .map(text -> folder.resolve(text + SUFFIX))
                .filter(Files::exists);
    }

    private static String recipients(MovingMessage message) {
        return message.getToAddresses().stream()
                .map(address -> address.getEmail().replaceAll("[\\r\\n]", ""))
                .collect(Collectors.joining(", "));
    }
}
