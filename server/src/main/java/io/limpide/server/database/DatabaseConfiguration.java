package io.limpide.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Two pools of connections: one for whoever waits for an answer, bounded in time, and one for jobs.
 * Both work as a role that may not alter the journal.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  @Bean
  @Primary
  HikariDataSource dataSource(DatabaseAddress address) {
    return pool(
        "pages",
        address,
        16,
        "set role limpide_app; set search_path to limpide, public;"
            // a plan made for any text falls into a scan of the whole table right after an import
            + " set plan_cache_mode to force_custom_plan;"
            + " set statement_timeout to '30s'; set lock_timeout to '10s';"
            + " set idle_in_transaction_session_timeout to '60s'");
  }

  @Bean
  @Qualifier("jobs")
  HikariDataSource jobDataSource(DatabaseAddress address) {
    return pool(
        "jobs",
        address,
        8,
        "set role limpide_app; set search_path to limpide, public; set lock_timeout to '60s';"
            + " set idle_in_transaction_session_timeout to '2min'; set work_mem to '64MB'");
  }

  private static HikariDataSource pool(
      String name, DatabaseAddress address, int most, String beginning) {
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
    driver.setProperty("socketTimeout", name.equals("pages") ? "35" : "0");
    driver.setProperty("logServerErrorDetail", "false"); // a detail repeats the values of a row
    driver.setProperty("reWriteBatchedInserts", "true");
    config.setDataSourceProperties(driver);
    return new HikariDataSource(config);
  }
}
