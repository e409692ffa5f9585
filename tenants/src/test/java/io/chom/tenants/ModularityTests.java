package io.chom.tenants;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modules_know_only_what_they_declare_and_only_through_their_root() {
        ApplicationModules.of("io.chom.tenants").verify();
    }
}
