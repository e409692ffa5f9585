package io.chom.portal.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.portal.hostile.Onlooker.Frame;
import io.chom.portal.hostile.Payload.Family;
import io.chom.portal.hostile.Rendering.Shown;
import io.chom.theming.Brand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a stranger gives for a brand is refused, or becomes words, colours and pictures in their places. */
class HostileBrandsIT {

    private static final int FRAMES_ON_A_SHEET = 40;

    private static Trap trap;
    private static Stage stage;
    private static Onlooker browser;
    private static Frame usual;
    private static List<String> usualHeaders;

    @BeforeAll
    static void open() throws IOException {
        trap = new Trap();
        stage = new Stage();
        browser = new Onlooker();
        usual = usual();
    }

    @AfterAll
    static void close() {
        browser.close();
        stage.close();
        trap.close();
    }

    /** The page of the brand as it is without anything from a stranger. */
    private static Frame usual() {
        var rendering = rendering(Victim.BRAND, Family.WORDS);
        usualHeaders = headers(rendering);
        return browser.look(stage.sheet("usual", rendering.shown())).getFirst();
    }

    private static Rendering rendering(Brand brand, Family family) {
        var rendering = Rendering.of(brand, family, stage.origin());
        stage.know(rendering.assets());
        return rendering;
    }

    private static List<Payload> payloads(Family family) {
        var all = switch (family) {
            case COLORS -> Colors.all(trap.address());
            case DRAWINGS -> Drawings.all(trap.address());
            case PICTURES -> Pictures.all(trap.address());
            case WORDS -> Words.markup(trap.address());
            case SENDERS -> Words.senders();
            case LOOKALIKES -> Words.lookalikes();
        };
        return all.toList();
    }

    /** Otherwise the other tests would prove nothing. */
    @Test
    void what_is_shown_as_it_was_given_is_caught() {
        var drawing = Drawings.unsafe(trap.address());
        var page = "<!doctype html><title>x</title>" + drawing + "<img src=x onerror=alert(1)>";
        var bytes = drawing.getBytes(StandardCharsets.UTF_8);
        var frames = browser.look(stage.sheet(
                "unsafe",
                List.of(Shown.page(Shown.Kind.DRAFT, page), new Shown(Shown.Kind.PICTURE, "image/svg+xml", bytes))));

        assertThat(browser.caught()).isGreaterThanOrEqualTo(3);
        assertThat(trap.asked()).contains("/i.png");
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.active()).isPositive();
            assertThat(frame.asked()).isNotEmpty();
        });
    }

    @Test
    void what_takes_the_place_of_ours_is_seen() {
        var page = new String(
                rendering(Victim.BRAND, Family.WORDS).shown().getFirst().bytes(), StandardCharsets.UTF_8);
        var styles = List.of(
                ".draft { margin-top: 9px }",
                ".foot { display: none }",
                "main { position: fixed; inset: 0; z-index: 9; background: #fff }");
        var shown = styles.stream()
                .map(style -> Shown.page(Shown.Kind.DRAFT, page + "<style>" + style + "</style>"))
                .toList();

        assertThat(browser.look(stage.sheet("moved", shown)))
                .allSatisfy(frame -> assertThatThrownBy(() -> unmoved(frame, "planted"))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("planted"));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_becomes_more_than_words_colours_and_pictures(Family family) {
        var payloads = payloads(family);
        assertThat(payloads).hasSize(family.count());
        List<Payload> taken = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        List<Payload> of = new ArrayList<>();
        for (var payload : payloads) {
            payload.brand().ifPresent(brand -> {
                var rendering = rendering(brand, family);
                taken.add(payload);
                stays(payload, rendering);
                shown.addAll(rendering.shown());
                rendering.shown().forEach(one -> of.add(payload));
            });
        }
        assertThat(taken).isNotEmpty().hasSizeLessThan(payloads.size());
        for (var from = 0; from < shown.size(); from += FRAMES_ON_A_SHEET) {
            var until = Math.min(from + FRAMES_ON_A_SHEET, shown.size());
            look(family + "-" + from, shown.subList(from, until), of.subList(from, until));
        }
        assertThat(trap.asked()).isEmpty();
    }

    /** The same again has the same bytes, and no header that was not there before. */
    private static void stays(Payload payload, Rendering rendering) {
        var again = Rendering.of(payload.brand().orElseThrow(), payload.family(), stage.origin());
        assertThat(again.everything()).as(payload.toString()).isEqualTo(rendering.everything());
        assertThat(headers(rendering)).as(payload.toString()).isEqualTo(usualHeaders);
        assertThat(from(rendering)).as(payload.toString()).endsWith("<no-reply@127.0.0.1>");
        assertThat(rendering.mail().text()
                        + rendering.mail().html()
                        + rendering.mail().subject())
                .doesNotContainPattern("[\\p{Cf}\\p{Co}\\p{Cs}\u2028\u2029]");
        // A drawing may say such words; that it does nothing is seen in the browser.
        rendering.assets().all().stream()
                .filter(asset -> !asset.contentType().startsWith("image/svg"))
                .map(asset -> new String(asset.bytes(), StandardCharsets.ISO_8859_1))
                .forEach(file -> assertThat(file)
                        .as(payload.toString())
                        .doesNotContain(Pictures.MARK, "<script", "PK\3\4", "@import", "alert(", trap.address()));
    }

    private static List<String> headers(Rendering rendering) {
        return Stream.of(rendering.mail().headers().split("\r\n"))
                .filter(line -> !line.isEmpty() && !Character.isWhitespace(line.charAt(0)))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private static String from(Rendering rendering) {
        var unfolded = rendering.mail().headers().replaceAll("\r\n[ \t]+", " ");
        var from = unfolded.lines().filter(line -> line.startsWith("From:")).toList();
        assertThat(from).hasSize(1);
        return from.getFirst();
    }

    private static void look(String name, List<Shown> shown, List<Payload> of) {
        var frames = browser.look(stage.sheet(name, shown));
        assertThat(browser.caught()).as(name + " of " + of).isZero();
        assertThat(frames).hasSameSizeAs(shown);
        for (var frame = 0; frame < frames.size(); frame++) {
            harmless(frames.get(frame), shown.get(frame).kind(), of.get(frame));
        }
    }

    private static void harmless(Frame frame, Shown.Kind kind, Payload payload) {
        var what = payload + " in " + kind;
        assertThat(frame.path()).as(what).startsWith("/shown/");
        assertThat(frame.asked()).as(what).isEmpty();
        assertThat(frame.active()).as(what).isZero();
        if (kind != Shown.Kind.PICTURE) {
            payload.words().ifPresent(words -> assertThat(frame.text()).as(what).contains(words));
        }
        if (kind == Shown.Kind.DRAFT) {
            unmoved(frame, what);
        }
    }

    /** What is ours is where it always is, and nothing lies over it; above the foot there may be more lines than usual. */
    private static void unmoved(Frame frame, String what) {
        unmoved(frame, "draft", List.of("left", "top", "width", "height"), what);
        unmoved(frame, "foot", List.of("left", "width", "height", "below"), what);
    }

    private static void unmoved(Frame frame, String part, List<String> ways, String what) {
        var place = frame.place(part);
        assertThat(place.get("seen")).as(what).isEqualTo(true);
        for (var way : ways) {
            assertThat(place.get(way))
                    .as(what + ": " + part + " " + way)
                    .isEqualTo(usual.place(part).get(way));
        }
    }
}
