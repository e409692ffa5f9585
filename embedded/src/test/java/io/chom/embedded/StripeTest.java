package io.chom.embedded;

import com.stripe.service.V1Services;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Has a sandbox of its own for each test. */
abstract class StripeTest {

    @TempDir
    private Path data;

    StripeSandbox sandbox;
    V1Services stripe;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.start(data);
        stripe = sandbox.v1();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }
}
