package io.chom.theming.pages;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A page's text with gaps; whatever fills a gap is escaped for HTML. */
final class Template {
    private final com.samskivert.mustache.Template compiled;

    private Template(com.samskivert.mustache.Template compiled) {
        this.compiled = compiled;
    }

    static Template named(String name) {
        var compiler = Mustache.compiler()
                .escapeHTML(true)
                .nullValue("")
                .emptyStringIsFalse(true)
                .withLoader(Template::open);
        try (var text = open(name)) {
            return new Template(compiler.compile(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String render(@Nullable Object model) {
        return compiled.execute(model);
    }

    private static Reader open(String name) {
        var stream = Template.class.getResourceAsStream(name + ".mustache");
        if (stream == null) {
            throw new IllegalStateException("The template " + name + " is missing");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
