package io.limpide.engine.text;

/** The share of the longer string that needs no edit. */
record EditRatio(EditDistance distance) implements Similarity {
  static final Similarity LEVENSHTEIN = new EditRatio(EditDistance.levenshtein());
  static final Similarity OSA = new EditRatio(EditDistance.osa());

  @Override
  public double between(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 1 : 1 - (double) distance.between(a, b) / longer;
  }
}
