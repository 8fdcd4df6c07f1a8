package io.limpide.engine.block;

import java.util.Arrays;

/** Where records stand in the order of content; of equal content, by their number. */
final class ContentPlaces {
  private long[] orders;

  ContentPlaces(long[] orders) {
    this.orders = orders.clone();
  }

  long of(int record) {
    return orders[record];
  }

  void put(int record, long order) {
    if (record >= orders.length) {
      orders = Arrays.copyOf(orders, record + (record >> 2) + 16);
    }
    orders[record] = order;
  }

  boolean before(int a, int b) {
    return orders[a] != orders[b] ? orders[a] < orders[b] : a < b;
  }
}
