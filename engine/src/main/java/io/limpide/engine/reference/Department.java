package io.limpide.engine.reference;

/**
 * A département or overseas territory of France.
 *
 * @param code such as {@code 01}, {@code 2A} or {@code 971}
 * @param name such as {@code Ain}
 * @param region name of its région, such as {@code Auvergne-Rhône-Alpes}
 */
public record Department(String code, String name, String region) {}
