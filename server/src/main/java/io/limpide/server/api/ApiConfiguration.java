package io.limpide.server.api;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every call of the API goes through, once it is known who calls. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {
  private static final String CALLS = "/api/v1/*";

  @Bean
  FilterRegistrationBean<RateFilter> rateFilter(
      ApiProblems problems, @Value("${limpide.api.calls-per-minute:300}") int perMinute) {
    return registration(new RateFilter(new RateLimits(perMinute, System::nanoTime), problems), 10);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
      Idempotency answers, PlatformTransactionManager transactions, ApiProblems problems) {
    return registration(
        new IdempotencyFilter(answers, new TransactionTemplate(transactions), problems), 20);
  }

  private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> registration(
      T filter, int order) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(CALLS);
    registration.setOrder(order); // Spring Security, which says who calls, has -100
    return registration;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AnswerAgain()).addPathPatterns("/api/v1/**").order(100);
  }
}
