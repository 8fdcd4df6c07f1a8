package io.limpide.server.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The programs of PostgreSQL, unpacked for each folder anew: by them a process is known to belong
 * to it. The library unpacks once for whatever it takes for the same, and would have a second
 * database of one Java run from the folder of the first.
 *
 * @param folder where they are unpacked
 */
record OwnPrograms(Path folder) implements PgBinaryResolver {
  @Override
  public InputStream getPgBinary(String system, String architecture) throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
  }
}
