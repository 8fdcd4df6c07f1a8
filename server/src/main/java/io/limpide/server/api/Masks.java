package io.limpide.server.api;

import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Masking;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every value that leaves by the API passes here: a role may see fields only in part. */
@Component
public class Masks {
  private final FieldMasks masks;

  Masks(FieldMasks masks) {
    this.masks = masks;
  }

  /** Returns a value as the caller may see it; a second field of a kind is as the first. */
  public String value(Caller caller, String field, String value) {
    Set<String> masked = masks.of(caller);
    String base = field.endsWith("_2") ? field.substring(0, field.length() - 2) : field;
    return masked.contains(base) ? Masking.mask(base, value) : value;
  }

  /** Returns whether the caller sees every field whole: only then is anything shown verbatim. */
  public boolean none(Caller caller) {
    return masks.of(caller).isEmpty();
  }
}
