package io.chom.portal.supply;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * All that a working folder and its git history hold: every version of every file, every message, on every branch.
 *
 * @param folder the top of the working folder
 */
record History(Path folder) {

    private static final Set<String> NOT_OURS = Set.of(".git", "target", ".data", "node_modules", ".idea", ".vscode");

    /** How far back a folder tells what was in it. */
    enum Reach {
        WHOLE("The whole git history was read."),
        SHALLOW("The git history is shallow; only the part that is here was read."),
        NONE("There is no git history here; only the files were read.");

        private final String words;

        Reach(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    Reach reach() throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve(".git"))) {
            return Reach.NONE;
        }
        return text("rev-parse", "--is-shallow-repository").strip().equals("true") ? Reach.SHALLOW : Reach.WHOLE;
    }

    /** Hands over each text of the history with its place: a path and the short name of its object. */
    void committed(BiConsumer<String, String> reader) throws IOException, InterruptedException {
        Map<String, String> places = new HashMap<>();
        text("rev-list", "--objects", "--all").lines().forEach(line -> {
            String name = line.substring(line.indexOf(' ') + 1);
            places.put(line.split(" ", 2)[0], line.contains(" ") ? name : "message");
        });
        Path names = Files.createTempFile("objects", null);
        try {
            Files.write(names, places.keySet());
            Process git = git(ProcessBuilder.Redirect.from(names.toFile()), "cat-file", "--batch");
            read(new DataInputStream(new BufferedInputStream(git.getInputStream())), places, reader);
            ended(git, "");
        } finally {
            Files.delete(names);
        }
    }

    private static void read(DataInputStream in, Map<String, String> places, BiConsumer<String, String> reader)
            throws IOException {
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] words = header.split(" ");
            byte[] content = in.readNBytes(Integer.parseInt(words[2]));
            in.skipNBytes(1);
            if (!words[1].equals("tree")) {
                reader.accept(places.get(words[0]) + " (" + words[0].substring(0, 10) + ")", text(content));
            }
        }
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    /** Hands over each file as it is now, committed or not, with its path. */
    void present(BiConsumer<String, String> reader) throws IOException {
        try (Stream<Path> files = Files.find(folder, 64, (file, kind) -> kind.isRegularFile() && ours(file))) {
            for (Path file : files.toList()) {
                reader.accept(folder.relativize(file).toString(), text(Files.readAllBytes(file)));
            }
        }
    }

    private boolean ours(Path file) {
        for (Path part : folder.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    /** Bytes as characters one to one: a secret is ASCII, whatever is around it. */
    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private String text(String... command) throws IOException, InterruptedException {
        Process git = git(ProcessBuilder.Redirect.PIPE, command);
        git.getOutputStream().close();
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ended(git, answer);
        return answer;
    }

    private Process git(ProcessBuilder.Redirect input, String... command) throws IOException {
        String[] all = Stream.concat(Stream.of("git", "-C", folder.toString()), Stream.of(command))
                .toArray(String[]::new);
        return new ProcessBuilder(all)
                .redirectInput(input)
                .redirectErrorStream(true)
                .start();
    }

    private static void ended(Process git, String answer) throws IOException, InterruptedException {
        if (git.waitFor() != 0) {
            throw new IOException("git ended with " + git.exitValue() + " " + answer.strip());
        }
    }
}
