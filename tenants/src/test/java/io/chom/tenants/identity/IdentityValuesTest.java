package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.tenancy.Tenant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a@", "@b.example", "a b@c.example", "a@b@c", "a@-b.example", "a..b@c.example", "ä@b.example"
            })
    void an_address_that_is_none_does_not_exist(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of(text));
    }

    @Test
    void an_address_is_read_as_people_type_it() {
        assertThat(EmailAddress.of(" Ada.L+x@Acme.Example ").value()).isEqualTo("ada.l+x@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "master", "Acme", "a/b", "../master", "a b", "-a"})
    void a_realm_that_is_not_a_brand_owners_does_not_exist(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RealmName(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a\nb"})
    void a_subject_is_one_printable_word(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject(text));
    }

    @ParameterizedTest
    @EnumSource(Tenant.Kind.class)
    void every_kind_of_organisation_has_roles_and_one_that_keeps_it(Tenant.Kind kind) {
        assertThat(Arrays.stream(Role.values()).filter(role -> role.fits(kind))).hasSize(4);
        assertThat(Arrays.stream(Role.values()).filter(role -> role.fits(kind) && role.isKeeper()))
                .hasSize(1);
    }

    @Test
    void a_secret_is_not_printed() {
        assertThat(new ClientSecret("hunter2").toString()).doesNotContain("hunter2");
    }
}
