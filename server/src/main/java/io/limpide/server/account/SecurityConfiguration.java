package io.limpide.server.account;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every request before a controller sees it. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'";
  private static final String PBKDF2 = "pbkdf2-600k";

  private final RightsInterceptor rights;

  SecurityConfiguration(RightsInterceptor rights) {
    this.rights = rights;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(rights);
  }

  /** What each of a dozen filters takes is nobody's figure, and measuring it costs more than it. */
  @Bean
  SecurityObservationSettings observed() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, Callers callers, Refusals refusals) {
    CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
    return http.securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new FormTokens())
                    .csrfTokenRequestHandler(plain)
                    .sessionAuthenticationStrategy((authentication, request, response) -> {})
                    .ignoringRequestMatchers(CallerFilter::hasToken))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(new CallerFilter(callers), CsrfFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        "/sign-in",
                        "/sign-in/**",
                        "/first-run",
                        "/language",
                        "/webjars/**",
                        "/assets/**",
                        "/health",
                        "/favicon.ico",
                        "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  /** Source of the cost: OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256. */
  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        PBKDF2,
        Map.of(
            PBKDF2,
            new Pbkdf2PasswordEncoder(
                "", 16, 600_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
  }

  /** The database holds no NUL: a value with one is refused here, not by a fault there. */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  /**
   * Callers are known by their session or token; nobody is asked for by name. Without this bean a
   * password is encoded at the first request, to compare with those of names that nobody has.
   */
  @Bean
  AuthenticationManager nobody() {
    return authentication -> {
      throw new BadCredentialsException("unused");
    };
  }
}
