package io.limpide.server.party;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may happen by which channel, and whether it is an act of the person: only such an act says
 * that the person is still there, and restarts how long it may be held.
 *
 * <p>An opened mail is no act, for mail programs open mails by themselves; to unsubscribe or refuse
 * is one, but not one that may lengthen anything. Choices, after CNIL, "Référentiel relatif aux
 * traitements de données à caractère personnel mis en oeuvre aux fins de gestion des activités
 * commerciales", 2022: the last contact is one that comes from the person.
 */
final class Acts {
  private static final Map<String, Map<String, Boolean>> BY_CHANNEL = new TreeMap<>();

  static {
    channel("email", "sent", false, "delivered", false, "opened", false, "bounced", false);
    channel("email", "clicked", true, "replied", true, "received", true, "unsubscribed", false);
    channel("phone", "called", false, "missed", false, "answered", true, "received", true);
    channel("phone", "refused", false);
    channel("social", "sent", false, "seen", false, "replied", true, "received", true);
    channel("meeting", "planned", false, "met", true, "missed", false);
    channel("visit", "planned", false, "visited", true, "missed", false);
    channel("form", "sent", false, "submitted", true);
    channel("order", "ordered", true, "paid", true, "invoiced", false, "delivered", false);
    channel("order", "cancelled", false);
    channel("letter", "sent", false, "received", true, "returned", false);
    channel("other", "by_us", false, "by_person", true);
  }

  private Acts() {}

  private static void channel(String channel, Object... kinds) {
    Map<String, Boolean> known =
        BY_CHANNEL.computeIfAbsent(channel, missing -> new LinkedHashMap<>());
    for (int at = 0; at < kinds.length; at += 2) {
      known.put((String) kinds[at], (Boolean) kinds[at + 1]);
    }
  }

  static Set<String> channels() {
    return BY_CHANNEL.keySet();
  }

  /** Returns what may happen by a channel; nothing where there is no such channel. */
  static Set<String> kinds(String channel) {
    return BY_CHANNEL.getOrDefault(channel, Map.of()).keySet();
  }

  static boolean byPerson(String channel, String kind) {
    return BY_CHANNEL.getOrDefault(channel, Map.of()).getOrDefault(kind, false);
  }
}
