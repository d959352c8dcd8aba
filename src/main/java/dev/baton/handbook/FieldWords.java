package dev.baton.handbook;

/**
 * What stands above and below a field.
 *
 * @param hint one short line on what to put in; may be empty
 */
public record FieldWords(String label, String hint) {}
