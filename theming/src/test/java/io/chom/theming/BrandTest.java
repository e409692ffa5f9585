package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BrandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Acme\u202eGnp",
                "Ac\u200bme",
                "Acme\r\nBcc: all@example.com",
                "Acme\u0000",
                "A\u2066b",
                "\ufeffAcme"
            })
    void aNameThatDeceivesOrIsEmptyIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Brand.defaults(name));
        assertThatIllegalArgumentException().isThrownBy(() -> Contact.of(name));
    }

    @Test
    void aNameHasAtMostSixtyCharactersAsPeopleCountThem() {
        assertThat(Brand.defaults("ü".repeat(60)).name()).hasSize(60);
        assertThat(Brand.defaults("🚀".repeat(60)).name()).hasSize(120);
        assertThatIllegalArgumentException().isThrownBy(() -> Brand.defaults("x".repeat(61)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//example.com", "help", "mailto:a@example.com"})
    void helpLivesOnTheWebOrNowhere(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact("Acme", null, URI.create(address), null, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody", "a@b", "a@example.com?bcc=x@example.com", "a b@example.com", "a@example.com\n"})
    void aSupportAddressIsAnAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Contact("Acme", address, null, null, false));
    }

    @Test
    void aNameWithMarkupBecomesAHarmlessPicture() {
        var brand = Brand.defaults("<script>alert('x')</script> & \"Co\"");
        assertThat(brand.artwork().onLight().content())
                .doesNotContain("<script")
                .contains("&lt;script");
    }

    @ParameterizedTest
    @MethodSource("io.chom.theming.DemoBrands#all")
    void aBrandComesBackFromJsonAsItWas(Brand brand) {
        var mapper = new JsonMapper();
        var json = mapper.writeValueAsString(brand);
        assertThat(mapper.readValue(json, Brand.class)).isEqualTo(brand);
    }

    @Test
    void aBrandWithoutContactComesBackFromJsonAsItWas() {
        var brand = Brand.defaults("Acme");
        var mapper = new JsonMapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(brand), Brand.class))
                .isEqualTo(brand);
    }
}
