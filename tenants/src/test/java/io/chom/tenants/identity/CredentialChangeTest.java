package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.identity.Credential.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialChangeTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_stands_in_an_address_and_is_read_from_it(Kind kind) {
        var change = CredentialChange.setUp(kind);

        assertThat(CredentialChange.read(change.text())).contains(change);
    }

    @Test
    void a_removal_names_its_credential() {
        var id = CredentialId.of("0199c0de-0000-7000-8000-000000000001");

        assertThat(CredentialChange.read("remove-" + id).orElseThrow().action()).isEqualTo("delete_credential:" + id);
    }

    /** Nothing else gets through: the provider knows actions that are not for everybody, such as deleting an account. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "delete_account",
                "UPDATE_PASSWORD",
                "remove-",
                "remove-1",
                "remove-0199c0de-0000-7000-8000-000000000001:x",
                "password "
            })
    void nothing_else_is_read(String text) {
        assertThat(CredentialChange.read(text)).isEmpty();
    }
}
