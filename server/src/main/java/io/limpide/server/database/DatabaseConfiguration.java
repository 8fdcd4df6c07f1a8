package io.limpide.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two pools of connections: one for whoever waits for an answer, bounded in time, and one for jobs.
 * Both work as a role that may not alter the journal.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  @Bean
  DatabaseAddress databaseAddress(Opening opening) {
    return opening.address();
  }

  @Bean
  @Primary
  HikariDataSource dataSource(DatabaseAddress address) {
    return pool(
        "pages",
        address,
        16,
        Duration.ofSeconds(35), // longer than a statement may take
        "set role limpide_app; set search_path to limpide, public;"
            + " set work_mem to '16MB'; set statement_timeout to '30s'; set lock_timeout to '10s';"
            + " set idle_in_transaction_session_timeout to '60s'");
  }

  @Bean
  @Primary
  JdbcClient jdbcClient(DataSource pages) {
    return JdbcClient.create(pages);
  }

  /**
   * For what asks by filters: planned for its values each time. A plan made for any text walks the
   * whole base for a rare one. What asks by a number is planned once.
   */
  @Bean
  @Qualifier("planned")
  JdbcClient planned(DataSource pages) {
    return JdbcClient.create(
        new JdbcTemplate(pages) {
          @Override
          protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
          }
        });
  }

  @Bean
  @Qualifier("jobs")
  HikariDataSource jobDataSource(DatabaseAddress address) {
    return pool(
        "jobs",
        address,
        8,
        Duration.ofMinutes(20), // no statement of a job takes as long
        "set role limpide_app; set search_path to limpide, public; set lock_timeout to '60s';"
            + " set idle_in_transaction_session_timeout to '2min'; set work_mem to '64MB'");
  }

  /**
   * @param silence after which a line is taken for dead: a broken network says nothing at all
   */
  private static HikariDataSource pool(
      String name, DatabaseAddress address, int most, Duration silence, String beginning) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(10_000);
    config.setConnectionInitSql(beginning);
    Properties driver = new Properties();
    driver.setProperty("ApplicationName", "limpide-" + name);
    driver.setProperty("tcpKeepAlive", "true");
    driver.setProperty("socketTimeout", String.valueOf(silence.toSeconds()));
    driver.setProperty("logServerErrorDetail", "false"); // a detail repeats the values of a row
    driver.setProperty("reWriteBatchedInserts", "true");
    config.setDataSourceProperties(driver);
    return new HikariDataSource(config);
  }
}
