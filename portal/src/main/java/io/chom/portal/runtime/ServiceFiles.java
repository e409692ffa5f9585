package io.chom.portal.runtime;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.loader.WebappLoader;
import org.springframework.boot.tomcat.TomcatEmbeddedWebappClassLoader;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Remembers where the files are that name providers of services. The framework asks for three of them with each first
 * page, and each time all archives of the program were looked through: a seventh of what the page cost.
 */
final class ServiceFiles extends TomcatEmbeddedWebappClassLoader {

    private static final String PLACE = "META-INF/services/";

    private final Map<String, List<URL>> known = new ConcurrentHashMap<>();

    private ServiceFiles(ClassLoader program) {
        super(program);
    }

    /** Lets the application look for services so. */
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> remembered() {
        return server -> server.addContextCustomizers(context -> {
            var loader = new WebappLoader();
            loader.setLoaderInstance(new ServiceFiles(context.getParentClassLoader()));
            loader.setDelegate(true);
            context.setLoader(loader);
        });
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(PLACE)) {
            return super.getResources(name);
        }
        List<URL> files = known.get(name);
        if (files == null) {
            files = List.copyOf(Collections.list(super.getResources(name)));
            known.put(name, files);
        }
        return Collections.enumeration(files);
    }
}
