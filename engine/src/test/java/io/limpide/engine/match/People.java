package io.limpide.engine.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up persons with misspelt duplicates and, if wanted, households; the truth is known. */
final class People {
  private static final String[] SYLLABLES = {
    "ma", "ri", "lo", "ten", "bar", "du", "vel", "gon", "pi", "ra", "che", "fau", "ser", "nol", "bi"
  };

  final List<Map<String, String>> rows = new ArrayList<>();
  final List<Integer> entities = new ArrayList<>();
  private final Random random;
  private int entity;

  People(long seed, int persons, double households) {
    this.random = new Random(seed);
    for (int i = 0; i < persons; i++) {
      Map<String, String> person = person();
      add(person);
      if (random.nextDouble() < households) {
        Map<String, String> relative = person();
        for (String shared : List.of("family_name", "address_line", "postcode", "phone")) {
          relative.put(shared, person.getOrDefault(shared, ""));
        }
        add(relative);
      }
    }
  }

  private void add(Map<String, String> person) {
    rows.add(person);
    entities.add(entity);
    if (random.nextDouble() < 0.3) {
      rows.add(misspelt(person));
      entities.add(entity);
    }
    entity++;
  }

  private Map<String, String> person() {
    Map<String, String> person = new LinkedHashMap<>();
    person.put("given_name", word(2));
    person.put("family_name", word(3));
    person.put(
        "birth_date",
        "%d-%02d-%02d"
            .formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28)));
    person.put("phone", "06%08d".formatted(random.nextInt(100_000_000)));
    person.put("address_line", (1 + random.nextInt(99)) + " rue " + word(3));
    person.put("postcode", "%05d".formatted(1000 + 10 * random.nextInt(300)));
    return person;
  }

  private Map<String, String> misspelt(Map<String, String> person) {
    Map<String, String> copy = new LinkedHashMap<>(person);
    for (String field : List.of("given_name", "family_name", "address_line")) {
      if (random.nextDouble() < 0.15) {
        copy.merge(field, "", (value, none) -> slip(value));
      }
    }
    if (random.nextDouble() < 0.3) {
      copy.put("phone", "");
    }
    if (random.nextDouble() < 0.15) {
      Map<String, String> moved = person();
      copy.put("address_line", moved.getOrDefault("address_line", ""));
      copy.put("postcode", moved.getOrDefault("postcode", ""));
    }
    return copy;
  }

  private String slip(String value) {
    int at = random.nextInt(value.length());
    return value.substring(0, at) + (char) ('a' + random.nextInt(26)) + value.substring(at + 1);
  }

  private String word(int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  int[] truth() {
    return entities.stream().mapToInt(Integer::intValue).toArray();
  }
}
