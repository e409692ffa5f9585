package io.chom.theming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Three houses that could not be taken for one another: the platform and its two standing resellers. */
public final class DemoBrands {
    private DemoBrands() {}

    /** The platform itself: cool, neutral, exact. */
    public static Brand platform() {
        var look = new Look(Color.of("#3b82f6"), Color.of("#f8fafc"), BrandFont.INTER, Corners.SOFT, ColorMode.AUTO);
        var contact = new Contact(
                "CHOM",
                "help@chom.example",
                URI.create("https://help.chom.example/"),
                "CHOM is the platform behind your hosting brand.",
                false);
        return new Brand("CHOM", "Run a hosting business under your own name.", look, artwork("chom"), contact);
    }

    /** A warm house: terracotta on paper, everything round. */
    public static Brand acme() {
        var look = new Look(
                Color.of("#c2501e"), Color.of("#faf3ea"), BrandFont.BRICOLAGE_GROTESQUE, Corners.ROUND, ColorMode.AUTO);
        var contact = new Contact(
                "Acme Hosting",
                "help@acme.example",
                URI.create("https://help.acme.example/"),
                "Acme Hosting GmbH, Hafenstraße 12, 20457 Hamburg",
                false);
        return new Brand("Acme Hosting", "Good homes for good websites.", look, artwork("acme"), contact);
    }

    /** A cool, technical house: violet with sharp edges. */
    public static Brand nimbus() {
        var look = new Look(
                Color.of("#6d3df5"), Color.of("#f6f5fd"), BrandFont.SPACE_GROTESK, Corners.SHARP, ColorMode.AUTO);
        var contact = new Contact(
                "Nimbus Cloud",
                "support@nimbus.example",
                URI.create("https://docs.nimbus.example/"),
                "Nimbus Cloud Ltd, 4 Harbour Row, Dublin",
                false);
        return new Brand("Nimbus Cloud", "Room to fly for everything you ship.", look, artwork("nimbus"), contact);
    }

    /** All three, the platform first. */
    public static List<Brand> all() {
        return List.of(platform(), acme(), nimbus());
    }

    private static Artwork artwork(String house) {
        return new Artwork(
                Logo.svg(text(house + "-on-light.svg")),
                Logo.svg(text(house + "-on-dark.svg")),
                Logo.svg(text(house + "-favicon.svg")));
    }

    private static String text(String file) {
        try (var stream = DemoBrands.class.getResourceAsStream("demo/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The artwork " + file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
