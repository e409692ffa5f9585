package io.chom.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadReturnsTest {

    private static final long SEED = System.nanoTime();

    @Test
    void few_pages_come_back_soon() {
        assertThat(SpreadReturns.pause(1, 0.0)).isEqualTo(1_000);
        assertThat(SpreadReturns.pause(8, 0.999)).isLessThan(2_200);
    }

    @Test
    void so_many_that_it_would_take_minutes_come_back_within_a_quarter_of_a_minute() {
        assertThat(SpreadReturns.pause(1_000_000, 0.5)).isEqualTo(12_000);
    }

    @Test
    void of_hundred_and_fifty_pages_that_were_opened_one_by_one_few_come_back_in_any_second() {
        System.out.println("Seed: " + SEED);
        var random = new Random(SEED);
        var inSecond = new TreeMap<Integer, Integer>();
        IntStream.rangeClosed(1, 150)
                .map(pages -> SpreadReturns.pause(pages, random.nextDouble()))
                .forEach(millis -> inSecond.merge(millis / 1_000, 1, Integer::sum));
        assertThat(inSecond.values()).allSatisfy(count -> assertThat(count).isLessThan(45));
        assertThat(inSecond.lastKey()).isGreaterThan(8);
    }
}
