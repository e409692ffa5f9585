package io.chom.theming.pages;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A page's or a mail's text with gaps; whatever fills a gap is escaped for HTML. */
public final class Template {
    private final com.samskivert.mustache.Template compiled;

    private Template(com.samskivert.mustache.Template compiled) {
        this.compiled = compiled;
    }

    static Template named(String name) {
        return beside(Template.class, name);
    }

    /**
     * The template {@code <name>.mustache} that lies beside a class, as do those that it includes.
     *
     * @throws IllegalStateException if there is none
     */
    public static Template beside(Class<?> owner, String name) {
        var compiler = Mustache.compiler()
                .escapeHTML(true)
                .nullValue("")
                .emptyStringIsFalse(true)
                .withLoader(part -> open(owner, part));
        try (var text = open(owner, name)) {
            return new Template(compiler.compile(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text with its gaps filled from the parts of the model. */
    public String render(@Nullable Object model) {
        return compiled.execute(model);
    }

    private static Reader open(Class<?> owner, String name) {
        var stream = owner.getResourceAsStream(name + ".mustache");
        if (stream == null) {
            throw new IllegalStateException("The template " + name + " is missing");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
