package io.chom.portal.site;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How long browsers keep files that are the same for every brand: for ever where the address names a version or the
 * content never changes, and otherwise only after asking whether there is a newer one.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final String FILES = "classpath:/META-INF/resources";
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        keep(files, "/ui/", CacheControl.noCache());
        keep(files, "/ui/fonts/", FOR_EVER);
        keep(files, "/_static/", FOR_EVER);
    }

    /** The log-in page is served by the identity provider, which is another origin. */
    @Override
    public void addCorsMappings(CorsRegistry origins) {
        origins.addMapping("/ui/fonts/**").allowedOrigins("*").allowedMethods("GET", "HEAD");
    }

    private static void keep(ResourceHandlerRegistry files, String folder, CacheControl howLong) {
        files.addResourceHandler(folder + "**")
                .addResourceLocations(FILES + folder)
                .setCacheControl(howLong);
    }
}
