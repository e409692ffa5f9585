package io.chom.theming.documents;

import io.chom.theming.PlainText;

/**
 * Something that a document tells of itself beyond what all of its kind do, such as an order's number.
 *
 * @param label what it is
 * @param value how it is
 */
public record Fact(String label, String value) {

    public Fact {
        label = PlainText.cleaned(label);
        value = PlainText.cleaned(value);
    }
}
