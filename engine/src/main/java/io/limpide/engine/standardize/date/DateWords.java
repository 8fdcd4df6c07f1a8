package io.limpide.engine.standardize.date;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of months and weekdays in French, English, German, Spanish, Italian; folded. */
final class DateWords {
  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Set<String> SKIPPED = new HashSet<>();

  static {
    month(1, "JANVIER JANV JAN JANUARY JANUAR JANNER JAENNER ENERO ENE GENNAIO GEN JENER");
    month(2, "FEVRIER FEVR FEV FEVER FEBRUARY FEB FEBRUAR FEBRERO FEBBRAIO FEVIER");
    month(3, "MARS MAR MARCH MARZ MAERZ MRZ MARZO");
    month(4, "AVRIL AVR APRIL APR ABRIL ABR APRILE AVRI");
    month(5, "MAI MAY MAYO MAGGIO MAG");
    month(6, "JUIN JUN JUNE JUNI JUNIO GIUGNO GIU");
    month(7, "JUILLET JUIL JUI JUL JULY JULI JULIO LUGLIO LUG JUILL JLT");
    month(8, "AOUT AOU AUGUST AUG AGOSTO AGO");
    month(9, "SEPTEMBRE SEPT SEP SEPTEMBER SEPTIEMBRE SETIEMBRE SETTEMBRE SET");
    month(10, "OCTOBRE OCT OCTOBER OKTOBER OKT OCTUBRE OTTOBRE OTT");
    month(11, "NOVEMBRE NOV NOVEMBER NOVIEMBRE");
    month(12, "DECEMBRE DEC DECEMBER DEZEMBER DEZ DICIEMBRE DIC DICEMBRE");
    skip("LUNDI MARDI MERCREDI JEUDI VENDREDI SAMEDI DIMANCHE LUN MER JEU VEN SAM DIM");
    skip(
        "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY MON TUE TUES WED THU FRI SAT"
            + " SUN");
    skip("MONTAG DIENSTAG MITTWOCH DONNERSTAG FREITAG SAMSTAG SONNTAG");
    skip("LUNES MARTES MIERCOLES JUEVES VIERNES SABADO DOMINGO");
    skip("LUNEDI MARTEDI MERCOLEDI GIOVEDI VENERDI SABATO DOMENICA");
    skip("LE DE DEL OF THE DEN DU DI ER ERE ST ND RD TH EME E A AT UM AM");
  }

  private DateWords() {}

  private static void month(int number, String words) {
    for (String word : words.split(" ", -1)) {
      MONTHS.put(word, number);
    }
  }

  private static void skip(String words) {
    SKIPPED.addAll(Set.of(words.split(" ", -1)));
  }

  /** Returns 1 to 12, or 0 when the word names no month. */
  static int month(String word) {
    return MONTHS.getOrDefault(word, 0);
  }

  /** Returns whether the word may stand in a date without changing it. */
  static boolean isSkipped(String word) {
    return SKIPPED.contains(word);
  }
}
