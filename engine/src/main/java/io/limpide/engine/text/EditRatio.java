package io.limpide.engine.text;

/** The share of the longer string that needs no edit. */
enum EditRatio implements Similarity {
  LEVENSHTEIN(EditDistance.levenshtein()),
  OSA(EditDistance.osa());

  private final EditDistance distance;

  EditRatio(EditDistance distance) {
    this.distance = distance;
  }

  @Override
  public double between(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 1 : 1 - (double) distance.between(a, b) / longer;
  }
}
