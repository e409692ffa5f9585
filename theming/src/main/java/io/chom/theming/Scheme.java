package io.chom.theming;

/** One of the two palettes that every brand has. */
public enum Scheme {
    LIGHT,
    DARK
}
