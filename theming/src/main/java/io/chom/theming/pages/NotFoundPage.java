package io.chom.theming.pages;

/** What a host that belongs to nobody answers: neutral, and it names nobody. */
public final class NotFoundPage {
    private final String html = Template.named("nobody").render(null);

    /** The page as HTML; always the same. */
    public String render() {
        return html;
    }
}
