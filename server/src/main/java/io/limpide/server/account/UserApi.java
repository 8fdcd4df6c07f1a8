package io.limpide.server.account;

import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Problem.FieldError;
import io.limpide.server.api.Versions;
import io.limpide.server.api.Would;
import io.limpide.server.store.Storable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The accounts by the API, for administrators. None is ever deleted: what somebody did keeps its
 * author. One that is disabled can do nothing any more.
 */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UserApi {
  private static final String PATH = "/api/v1/users/";

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecondFactors factors;

  UserApi(Accounts accounts, Passwords passwords, SecondFactors factors) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.factors = factors;
  }

  private Accounts.Account find(long id) {
    return accounts.find(id).orElseThrow(Problem::notFound);
  }

  private ResponseEntity<UserJson.User> answer(long id) {
    Accounts.Account now = find(id);
    return Versions.answer(UserJson.of(now), now.version());
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @GetMapping
  ResponseEntity<Paged<UserJson.User>> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      HttpServletRequest request) {
    Asked.only(request, Set.of("after", "limit"));
    int most = Paged.limit(limit);
    return Paged.of(
        accounts.list(Paged.after(after), most + 1),
        most,
        Accounts.Account::id,
        UserJson::of,
        request);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @GetMapping("/{account}")
  ResponseEntity<UserJson.User> show(@PathVariable long account) {
    return answer(account);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UserJson.User.class)))
  ResponseEntity<UserJson.User> create(
      @RequestBody UserJson.Draft draft, @AuthenticationPrincipal Caller caller, Locale locale) {
    List<FieldError> errors = new ArrayList<>();
    missing("login", draft.login(), errors);
    missing("name", draft.name(), errors);
    missing("role", draft.role(), errors);
    Optional<Role> role = role(draft.role(), errors);
    Optional<Visibility> visibility = visibility(draft.visibility(), errors);
    String language =
        draft.language() != null
            ? draft.language()
            : locale.getLanguage().equals("fr") ? "fr" : "en";
    if (!Accounts.LANGUAGES.contains(language)) {
      errors.add(FieldError.of("language", "one_of", words(Accounts.LANGUAGES.stream())));
    }
    refuse(errors);
    long id =
        AccountProblems.of(
            () ->
                accounts.create(
                    caller,
                    text(draft.login()),
                    text(draft.name()),
                    role.orElseThrow(),
                    visibility.orElse(Visibility.ALL),
                    team(draft.team()),
                    draft.password(),
                    language));
    Accounts.Account made = find(id);
    return Versions.created(PATH + id, UserJson.of(made), made.version());
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PatchMapping("/{account}")
  ResponseEntity<UserJson.User> change(
      @PathVariable long account,
      @RequestBody UserJson.Change change,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller) {
    Accounts.Account now = find(account);
    int version = Versions.seen(ifMatch);
    List<FieldError> errors = new ArrayList<>();
    Optional<Role> role = role(change.role(), errors);
    Optional<Visibility> visibility = visibility(change.visibility(), errors);
    refuse(errors);
    AccountProblems.done(
        () ->
            accounts.change(
                caller,
                account,
                change.name() == null ? now.name() : change.name(),
                role.orElse(Role.of(now.role())),
                visibility.orElse(Visibility.of(now.visibility())),
                change.team() == null ? now.teamId() : team(change.team()),
                version));
    return answer(account);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping("/{account}/disable")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {UserJson.User.class, Would.class})))
  ResponseEntity<?> disable(
      @PathVariable long account,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun"));
    Accounts.Account now = find(account);
    if (dryRun) {
      Versions.check(ifMatch, now.version());
      Accounts.Held held = accounts.held(account);
      return ResponseEntity.ok(
          Would.of(
              Map.of(
                  "accounts", now.disabledAt() == null ? 1L : 0L,
                  "sessions", held.sessions(),
                  "tokens", held.tokens())));
    }
    return disabled(account, true, ifMatch, caller);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping("/{account}/enable")
  ResponseEntity<UserJson.User> enable(
      @PathVariable long account,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller) {
    find(account);
    return disabled(account, false, ifMatch, caller);
  }

  private ResponseEntity<UserJson.User> disabled(
      long account, boolean disabled, @Nullable String ifMatch, Caller caller) {
    int version = Versions.seen(ifMatch);
    AccountProblems.done(() -> accounts.disable(caller, account, disabled, version));
    return answer(account);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping("/{account}/unlock")
  ResponseEntity<UserJson.User> unlock(
      @PathVariable long account, @AuthenticationPrincipal Caller caller) {
    AccountProblems.done(() -> accounts.unlock(caller, account));
    return answer(account);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping("/{account}/password")
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<Void> password(
      @PathVariable long account,
      @RequestBody UserJson.NewPassword password,
      @AuthenticationPrincipal Caller caller) {
    find(account);
    AccountProblems.done(() -> passwords.give(caller, account, text(password.password())));
    return ResponseEntity.noContent().build();
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping("/{account}/second-factor/reset")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {UserJson.User.class, Would.class})))
  ResponseEntity<?> resetSecondFactor(
      @PathVariable long account,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun"));
    Accounts.Account now = find(account);
    if (dryRun) {
      return ResponseEntity.ok(
          Would.of(
              Map.of(
                  "secondFactors",
                  now.secondFactor() ? 1L : 0L,
                  "sessions",
                  accounts.held(account).sessions())));
    }
    AccountProblems.done(() -> factors.reset(caller, account));
    return answer(account);
  }

  private static void missing(String field, @Nullable String text, List<FieldError> errors) {
    if (text == null || text.isBlank()) {
      errors.add(FieldError.of(field, "missing"));
    }
  }

  private static Optional<Role> role(@Nullable String word, List<FieldError> errors) {
    return oneOf("role", word, Role::find, Stream.of(Role.values()).map(Role::word), errors);
  }

  private static Optional<Visibility> visibility(@Nullable String word, List<FieldError> errors) {
    return oneOf(
        "visibility",
        word,
        Visibility::find,
        Stream.of(Visibility.values()).map(Visibility::word),
        errors);
  }

  private static <T> Optional<T> oneOf(
      String field,
      @Nullable String word,
      Function<String, Optional<T>> find,
      Stream<String> words,
      List<FieldError> errors) {
    if (word == null || word.isBlank()) {
      return Optional.empty();
    }
    Optional<T> found = find.apply(word);
    if (found.isEmpty()) {
      errors.add(FieldError.of(field, "one_of", words(words)));
    }
    return found;
  }

  private static String words(Stream<String> words) {
    return words.sorted().collect(Collectors.joining(", "));
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : Storable.text(given);
  }

  private static @Nullable Long team(@Nullable Long team) {
    return team == null || team == 0 ? null : team;
  }
}
