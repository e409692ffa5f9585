package io.chom.bench.empty;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/** Serves it at {@code /}. */
@Push
@EnableVaadin
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration.class,
    org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration.class,
    org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration.class,
    com.vaadin.flow.spring.SpringBootAutoConfiguration.class
})
public class EmptyVaadin implements AppShellConfigurator {

    /** @param arguments the port */
    static void main(String[] arguments) {
        new SpringApplicationBuilder(EmptyVaadin.class)
                .web(WebApplicationType.SERVLET)
                .properties(java.util.Map.of(
                        "server.port", List.of(arguments).getFirst(),
                        "chom.embedded.enabled", "false",
                        "vaadin.productionMode", "true",
                        "vaadin.url-mapping", "/*",
                        "vaadin.allowed-packages", "io.chom.bench.empty",
                        "spring.config.location", "optional:classpath:/nothing/"))
                .run();
    }
}
