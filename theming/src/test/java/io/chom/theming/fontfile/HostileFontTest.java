package io.chom.theming.fontfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Base64;
import java.util.Random;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.Test;

/** Files that somebody has changed until something gives way. */
class HostileFontTest {

    private static final long MOST_BYTES_USED = 200L * 1024 * 1024;

    private static final byte[] NOTHING =
            Base64.getDecoder().decode("z///f/gnAOKxQCD3/p/////wTwDEYQGA7v0/////4Z8AiMMiAN37f/7//8M/ARCHBQC69/8D");

    private int unpacked;
    private int embedded;
    private int refused;

    @Test
    void a_file_of_which_bytes_were_changed_is_a_font_or_refused() {
        var random = new Random(20_261_122);
        var file = FontFiles.served("space-grotesk/latin");
        for (var count = 0; count < 3000; count++) {
            tried(spoilt(file, random));
        }
        assertThat(refused).isGreaterThan(2000);
    }

    /** What is packed is changed, and packed again, so that all of it is read. */
    @Test
    void a_font_of_which_bytes_were_changed_is_a_font_or_refused() {
        var random = new Random(20_261_123);
        for (var name : new String[] {"space-grotesk/latin", "nunito-sans/latin-ext"}) {
            var file = FontFiles.served(name);
            var directory = FontFiles.directory(file);
            var content = FontFiles.content(file);
            for (var count = 0; count < 1500; count++) {
                var changed = FontFiles.stored(spoilt(content, random));
                tried(FontFiles.file(Sfnt.TRUETYPE, file[13], directory, changed));
            }
        }
        assertThat(unpacked).isGreaterThan(300);
        assertThat(embedded).isGreaterThan(30);
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void a_directory_that_was_changed_is_a_font_or_refused() {
        var random = new Random(20_261_124);
        var file = FontFiles.served("space-grotesk/latin");
        var directory = FontFiles.directory(file);
        var packed = FontFiles.stored(FontFiles.content(file));
        for (var count = 0; count < 3000; count++) {
            tried(FontFiles.file(Sfnt.TRUETYPE, file[13], spoilt(directory, random), packed));
        }
        assertThat(refused).isGreaterThan(2500);
    }

    /** In 54 bytes, and a directory that says as much as a font may have, or very little. */
    @Test
    void sixty_four_megabytes_of_nothing_do_not_fill_the_memory() throws IOException {
        try (var whole = new BrotliInputStream(new ByteArrayInputStream(NOTHING))) {
            assertThat(whole.readAllBytes()).hasSize(64 * 1024 * 1024);
        }
        for (var said : new int[] {16 * 1024 * 1024 - 1000, 100}) {
            var file = FontFiles.file(Sfnt.TRUETYPE, 7, directory(said), NOTHING);
            assertThat(used(() -> tried(file))).isLessThan(MOST_BYTES_USED);
        }
        assertThat(refused).isEqualTo(2);
    }

    private static byte[] directory(int outlines) {
        var output = new Output();
        for (var table = 0; table < 6; table++) {
            output.one(table).one(1);
        }
        return output.one(10 | 0xc0).all(FontFiles.base128(outlines)).bytes();
    }

    private static byte[] spoilt(byte[] bytes, Random random) {
        var spoilt = bytes.clone();
        for (var count = random.nextInt(1, 6); count > 0; count--) {
            var at = random.nextInt(spoilt.length);
            spoilt[at] = (byte) (random.nextBoolean() ? random.nextInt() : spoilt[at] ^ 1 << random.nextInt(8));
        }
        return spoilt;
    }

    private void tried(byte[] file) {
        try {
            var font = Woff2.require(file).unpack();
            unpacked++;
            if (unpacked % 8 == 0 && DocumentFont.of(font).isPresent()) {
                embedded++;
            }
        } catch (IllegalArgumentException why) {
            assertThat(why).hasMessageMatching("(A|This) font .*|This is not a font .*");
            refused++;
        }
    }

    /** Bytes that were taken from the memory, whether or not they were given back. */
    private static long used(Runnable work) {
        var meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = meter.getCurrentThreadAllocatedBytes();
        work.run();
        return meter.getCurrentThreadAllocatedBytes() - before;
    }
}
