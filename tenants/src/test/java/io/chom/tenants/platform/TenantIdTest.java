package io.chom.tenants.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {

    @Test
    void is_read_from_the_text_that_it_prints() {
        TenantId id = TenantId.next();
        assertThat(TenantId.of(id.toString())).isEqualTo(id);
        assertThat(TenantId.of(id.toString().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(id);
    }

    @Test
    void is_a_version_7_uuid_and_never_the_same_twice() {
        List<TenantId> ids = Stream.generate(TenantId::next).limit(10_000).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.value().version() == 7);
        assertThat(ids.getFirst().value().getMostSignificantBits() >>> 16)
                .isLessThanOrEqualTo(ids.getLast().value().getMostSignificantBits() >>> 16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01936d2a-7b1c-7c3e-9f4d-0123456789a",
                "01936d2a-7b1c-7c3e-9f4d-0123456789abc",
                "01936d2a-7b1c-7c3e-9f4d-0123456789ag",
                "01936d2a7b1c-7c3e-9f4d-0123456789abcd",
                "'; drop table tenancy.tenant; --    "
            })
    void refuses_every_other_text(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TenantId.of(text));
    }
}
