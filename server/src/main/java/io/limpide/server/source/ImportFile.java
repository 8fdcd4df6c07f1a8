package io.limpide.server.source;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceRead;
import io.limpide.connect.Sources;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.server.job.Work;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the file of an import; the same bytes give the same rows, so an import can resume. */
final class ImportFile {
  private ImportFile() {}

  static SourceRead read(Uploads uploads, Import of) throws Work.Failure {
    try (InputStream in = uploads.open(of.uploadId())) {
      List<SourceRead> reads = Sources.read(in, of.file(), ReadOptions.DEFAULT);
      if (reads.size() > 1) {
        throw new Work.Failure("import.failure.several");
      }
      return reads.get(0);
    } catch (UnreadableSourceException e) {
      throw new Work.Failure(
          "import.failure.unreadable." + e.code(), e.arguments().toArray(String[]::new));
    } catch (IOException e) {
      throw new IllegalStateException(e); // of the database, or the temporary folder
    }
  }
}
