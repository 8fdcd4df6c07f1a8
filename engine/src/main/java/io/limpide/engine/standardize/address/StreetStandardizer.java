package io.limpide.engine.standardize.address;

import io.limpide.engine.finding.Change;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Standardises lines that differ in the house number only at the price of one: the street is read
 * with a model number, and what that gave is said of each house.
 */
final class StreetStandardizer implements Standardizer {
  private final Standardizer lines;
  private final Recent<Street> streets = new Recent<>();

  /**
   * @param lines reads any line
   */
  StreetStandardizer(Standardizer lines) {
    this.lines = lines;
  }

  @Override
  public Standardized standardize(String raw) {
    int digits = NumberedLine.digits(raw);
    if (digits > 0) {
      Standardized model = streets.of(raw.substring(digits), this::street).model();
      if (model != null) {
        return house(raw, raw.substring(0, digits), model);
      }
    }
    return lines.standardize(raw);
  }

  /**
   * What is known of a street.
   *
   * @param model the outcome for {@link NumberedLine#MODEL}; null where houses may differ in more
   */
  private record Street(@Nullable Standardized model) {}

  private Street street(String tail) {
    Standardized model = lines.standardize(NumberedLine.MODEL + tail);
    String way = model.parts().getOrDefault("way", NumberedLine.MODEL);
    boolean plain =
        model.remarks().isEmpty()
            && model.parts().size() == 2
            && model.parts().getOrDefault("number", "").equals(NumberedLine.MODEL)
            && !way.contains(NumberedLine.MODEL)
            && isNumbered(model.value());
    for (Change change : model.changes()) {
      plain &= isNumbered(change.before()) && isNumbered(change.after());
      plain &= change.evidence().isEmpty();
    }
    return new Street(plain ? model : null);
  }

  private static boolean isNumbered(String text) {
    return text.startsWith(NumberedLine.MODEL);
  }

  private static Standardized house(String raw, String number, Standardized model) {
    Map<String, String> parts =
        Map.of("number", number, "way", model.parts().getOrDefault("way", ""));
    if (model.changes().isEmpty()) {
      return new Standardized(raw, List.of(), List.of(), parts);
    }
    List<Change> changes = new ArrayList<>(model.changes().size());
    for (Change change : model.changes()) {
      changes.add(
          new Change(
              change.rule(),
              renumbered(change.before(), number),
              renumbered(change.after(), number),
              change.level(),
              change.confidence(),
              List.of()));
    }
    return new Standardized(renumbered(model.value(), number), changes, List.of(), parts);
  }

  private static String renumbered(String text, String number) {
    return number + text.substring(NumberedLine.MODEL.length());
  }
}
