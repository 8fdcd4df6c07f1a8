package io.limpide.connect;

import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Table;
import java.util.List;
import java.util.Map;

/**
 * What came out of a source. Every record of it is either a row of the table or a rejection.
 *
 * @param table the accepted records
 * @param rejections the others, in the order of the source
 * @param facts how the source was read, for people: format, encoding, delimiter, header ... by a
 *     key that the message bundle of this package words as {@code fact.<key>}
 * @param remarks what is doubtful about the source as a whole
 */
public record SourceRead(
    Table table, List<Rejection> rejections, Map<String, String> facts, List<Remark> remarks) {
  public SourceRead {
    rejections = List.copyOf(rejections);
    facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
    remarks = List.copyOf(remarks);
  }
}
