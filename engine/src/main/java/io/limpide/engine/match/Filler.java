package io.limpide.engine.match;

/**
 * A value so frequent in a field that tells parties apart that it surely stands for none.
 *
 * @param field the field
 * @param value the value; as it stands in the records when it is ignored, else as it is compared
 * @param records how many records have it
 * @param ignored whether it is not compared at all
 * @param weight what agreeing on it says, in bits; 0 when it is ignored
 * @param usual what agreeing on a value of this field says that two records have; NaN when no value
 *     of the field is compared
 */
public record Filler(
    String field, String value, long records, boolean ignored, double weight, double usual) {}
