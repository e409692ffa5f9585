package io.chom.embedded;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import com.stripe.service.V1Services;
import java.nio.file.Path;
import java.util.List;
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

    /** The events of these kinds in which an object stands, the latest first: others may use the account as well. */
    final List<Event> events(String object, String... types) throws StripeException {
        return stripe
                .events()
                .list(EventListParams.builder()
                        .addAllType(List.of(types))
                        .setLimit(100L)
                        .build())
                .getData()
                .stream()
                .filter(one -> one.getDataObjectDeserializer().getRawJson().contains(object))
                .toList();
    }
}
