package io.chom.tenants;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void verify() {
        ApplicationModules.of("io.chom.tenants").verify();
    }
}
