package io.chom.theming.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.theming.Brand;
import org.junit.jupiter.api.Test;

class OutlinesTest {

    @Test
    void the_words_of_a_drawing_become_shapes_in_the_brands_own_font() {
        var logo = Brand.defaults("Zoë Ωμέγα").artwork().onLight();
        assertThat(logo.content()).contains("<text");
        assertThat(Outlines.of(logo.content(), Typeface.FALLBACK))
                .doesNotContain("<text", "font-")
                .contains("<path", "fill=\"");
    }
}
