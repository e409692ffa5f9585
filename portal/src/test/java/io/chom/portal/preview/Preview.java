package io.chom.portal.preview;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.theme.aura.Aura;
import io.chom.portal.account.AccountPreview;
import io.chom.portal.operator.OperatorPreview;
import io.chom.portal.reseller.ResellerPreview;
import io.chom.portal.shell.ColorMode;
import io.chom.portal.shell.SignedIn;
import io.chom.portal.usage.UsagePreview;
import io.chom.portal.usage.UsageSamples;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The screens in a browser, without any server part: {@code main} serves them until it is stopped. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SpringBootAutoConfiguration.class,
    VaadinScopesConfig.class
})
@EnableVaadin({
    "io.chom.portal.preview",
    "io.chom.portal.shell",
    "io.chom.portal.usage",
    "io.chom.portal.reseller",
    "io.chom.portal.operator",
    "io.chom.portal.account"
})
@Import({UsagePreview.class, ResellerPreview.class, OperatorPreview.class, AccountPreview.class, Preview.Files.class})
public class Preview {

    /** The page around the application. */
    @Push
    @StyleSheet(Aura.STYLESHEET)
    @StyleSheet("context://ui/app.css")
    @StyleSheet("context://ui/shell.css")
    public static class Shell implements AppShellConfigurator {}

    public static void main(String... arguments) {
        start(9300);
    }

    static ConfigurableApplicationContext start(int port) {
        return SpringApplication.run(
                Preview.class,
                "--server.port=" + port,
                "--vaadin.url-mapping=/app/*",
                "--chom.embedded.enabled=false",
                "--vaadin.productionMode=true",
                "--spring.main.banner-mode=off");
    }

    @Bean
    Scene scene() {
        return new Scene();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(UsageSamples.NOW, ZoneOffset.UTC);
    }

    @Bean
    @Scope("prototype")
    SignedIn signedIn(Scene scene) {
        return scene.person();
    }

    @Bean
    VaadinServiceInitListener firstPaint(Scene scene) {
        return event -> event.addIndexHtmlRequestListener(page -> {
            var document = page.getDocument();
            ColorMode.chosen(page.getVaadinRequest())
                    .ifPresent(mode -> document.selectFirst("html").attr("data-mode", mode.attribute()));
            document.head()
                    .appendElement("link")
                    .attr("rel", "stylesheet")
                    .attr("href", scene.assets().stylesheet().path());
        });
    }

    /** The brand's files. */
    @RestController
    static class Files {

        private final Scene scene;

        Files(Scene scene) {
            this.scene = scene;
        }

        @GetMapping("/brand/{file}")
        ResponseEntity<byte[]> file(@PathVariable String file) {
            return scene.assets()
                    .at("/brand/" + file)
                    .map(asset -> ResponseEntity.ok()
                            .header("Content-Type", asset.contentType())
                            .body(asset.bytes()))
                    .orElse(ResponseEntity.notFound().build());
        }
    }
}
