package io.chom.frontend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes pictures for people to look at: {@code Pictures <folder> <brand>/<page>?<mode>@<width>x<height> …}. */
final class Pictures {
    private Pictures() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        try (var showcase = new Showcase()) {
            for (var index = 1; index < arguments.length; index++) {
                take(showcase, folder, arguments[index]);
            }
        }
    }

    private static void take(Showcase showcase, Path folder, String wish) throws IOException, InterruptedException {
        var parts = wish.split("[@x](?=\\d+)");
        var file = folder.resolve(wish.replaceAll("[^a-z0-9]+", "-") + ".png").toAbsolutePath();
        var log = Chromium.picture(
                showcase.at("/" + parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), file);
        log.lines().filter(line -> line.contains("CONSOLE")).forEach(System.out::println);
        System.out.println(file);
    }
}
