package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreviewAddressTest {

    @Test
    void no_log_tells_the_key_of_a_preview_and_every_other_path_is_told_as_it_is() {
        assertThat(PreviewAddress.unkeyed(PreviewAddress.of("abc"))).isEqualTo("/preview/…");
        assertThat(PreviewAddress.unkeyed("/preview/abc/0123456789abcdef.css")).isEqualTo("/preview/…");
        assertThat(PreviewAddress.unkeyed("/app/brand")).isEqualTo("/app/brand");
    }

    @Test
    void a_file_of_a_draft_never_acts_and_its_page_is_a_page() {
        assertThat(PublicPolicy.of("/preview/abc/0123456789abcdef.svg")).contains("sandbox");
        assertThat(PublicPolicy.of("/preview/abc")).isEqualTo(PublicPolicy.of("/"));
    }
}
