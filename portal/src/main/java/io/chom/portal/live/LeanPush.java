package io.chom.portal.live;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletService;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.stereotype.Component;

/**
 * Keeps small what an open page holds by its socket: buffers for messages that never come over it, because a page sends
 * by requests and its socket only says that it is alive. They were measured to be a third of what a page takes. The
 * server's own buffers are set in {@code application.yml}, by {@link #shrinkServer} and by {@link #shrinkConnections}.
 */
@Component
public class LeanPush implements VaadinServiceInitListener {

    private static final String MESSAGE_BYTES = "1024";

    /** Larger answers go out in pieces of this size. */
    private static final String WRITE_BYTES = "4096";

    /** Larger messages go out in frames of this size. */
    private static final String FRAME_BYTES = "2048";

    /** Must be said before the server's classes are loaded; an installation may have said something else. */
    public static void shrinkServer() {
        System.getProperties().putIfAbsent("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", FRAME_BYTES);
    }

    /** A connection keeps its buffers for as long as it is open, and that of a page is open for as long as the page. */
    public static void shrinkConnections(Connector connector) {
        connector.setProperty("socket.appReadBufSize", MESSAGE_BYTES);
        connector.setProperty("socket.appWriteBufSize", WRITE_BYTES);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (event.getSource() instanceof VaadinServletService service) {
            frameworks(service.getServlet().getServletContext())
                    .forEach(framework ->
                            framework.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, MESSAGE_BYTES));
        }
    }

    private static List<AtmosphereFramework> frameworks(ServletContext context) {
        return Collections.list(context.getAttributeNames()).stream()
                .map(context::getAttribute)
                .filter(AtmosphereFramework.class::isInstance)
                .map(AtmosphereFramework.class::cast)
                .toList();
    }
}
