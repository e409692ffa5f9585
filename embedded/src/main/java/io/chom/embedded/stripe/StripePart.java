package io.chom.embedded.stripe;

import io.chom.embedded.part.Part;
import io.chom.embedded.part.Site;
import io.chom.embedded.web.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server that speaks as Stripe does, and knows after a restart what it knew before. */
public final class StripePart implements Part {

    private static final String SETTING = "chom.stripe.api-base";
    private static final String KEY_SETTING = "chom.stripe.secret-key";

    private static final String NEWS_SETTING = "chom.stripe.webhook-secrets";

    private final Site site;
    private final @Nullable URI news;
    private @Nullable LocalServer running;
    private @Nullable Sandbox sandbox;
    private @Nullable Memory memory;

    /**
     * One that does not run yet.
     *
     * @param site gives it a port
     * @param news where it tells what happens in each account, from its start on; null for nowhere
     */
    public StripePart(Site site, @Nullable URI news) {
        this.site = site;
        this.news = news;
    }

    @Override
    public String label() {
        return "Stripe sandbox";
    }

    @Override
    public Map<String, String> start() throws IOException {
        int port = site.ports().claim(8090, label(), SETTING);
        Sandbox fresh = new Sandbox(Clock.systemUTC());
        sandbox = fresh;
        Memory kept = new Memory(site.data().resolve("stripe.json"), fresh);
        kept.begin();
        memory = kept;
        String secret = "whsec_" + secret("stripe-news");
        if (news != null) {
            WebhookEndpoints.hear(fresh, news, secret);
        }
        running = LocalServer.start(port, new StripeApi(fresh)::answer);
        return Map.of(
                SETTING, "http://localhost:" + port, KEY_SETTING, "sk_test_" + secret("stripe"), NEWS_SETTING, secret);
    }

    /** As good as any other, in the alphabet of keys; the same after a restart. */
    private String secret(String name) throws IOException {
        return site.secrets().password(name).replace('-', '_');
    }

    @Override
    public void stop() {
        LocalServer server = running;
        running = null;
        if (server != null) {
            server.close();
        }
        Memory remembering = memory;
        memory = null;
        if (remembering != null) {
            remembering.close();
        }
        Sandbox closing = sandbox;
        sandbox = null;
        if (closing != null) {
            closing.close();
        }
    }
}
