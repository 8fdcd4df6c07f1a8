package io.limpide.engine.reference;

/**
 * A legal form that companies have.
 *
 * @param name how it is written, such as {@code SARL}
 * @param country ISO code of the country it comes from; others may use the same letters
 * @param before whether it may stand before a name
 * @param after whether it may stand after a name
 * @param doubtful whether its letters may as well be a word or initials ({@code SAS Institute})
 * @param kept whether it is part of the name all the same ({@code Commune de Lyon})
 */
public record LegalForm(
    String name, String country, boolean before, boolean after, boolean doubtful, boolean kept) {}
