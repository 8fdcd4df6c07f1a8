package io.limpide.server.recipe;

import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recipe.RecipeException;
import io.limpide.engine.recipe.RecipeProblem;
import io.limpide.engine.recipe.RecipeReader;
import io.limpide.engine.recipe.RecipeWriter;
import io.limpide.engine.run.Families;
import io.limpide.engine.run.FieldPlan;
import io.limpide.engine.table.TableBuilder;
import io.limpide.server.account.Caller;
import io.limpide.server.journal.Journal;
import io.limpide.server.store.Storable;
import io.limpide.server.web.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The recipe that the base follows, and those it followed before. */
@Repository
public class Recipes {
  private static final long LATELY = TimeUnit.SECONDS.toNanos(1);

  private final JdbcClient database;
  private final Journal journal;
  private volatile Active known = new Active(0, Recipe.EMPTY, Catalogue.of(Recipe.EMPTY));
  private volatile long asked = System.nanoTime() - LATELY;

  Recipes(JdbcClient database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /**
   * The recipe in force.
   *
   * @param id its number; 0 before there is any
   * @param recipe what it says
   * @param catalogue the fields of a base that follows it
   */
  public record Active(long id, Recipe recipe, Catalogue catalogue) {}

  private record Row(long id, String text) {}

  /** Returns the recipe that was in force a second ago or less: for who only shows. */
  public Active lately() {
    return System.nanoTime() - asked < LATELY ? known : active();
  }

  /** Returns the recipe in force, which another server may just have changed. */
  public Active active() {
    long now = System.nanoTime();
    Active active = newest();
    asked = now;
    return active;
  }

  private Active newest() {
    Optional<Long> newest =
        database
            .sql(
                """
                select id from recipe where activated_at is not null
                order by activated_at desc, id desc limit 1
                """)
            .query(Long.class)
            .optional();
    Active now = known;
    if (newest.isEmpty() || newest.get() == now.id()) {
      return now;
    }
    Active read = read(newest.get());
    known = read;
    return read;
  }

  /** Returns a recipe of that number, such as the one a run began with. */
  public Active read(long id) {
    if (id == 0) {
      return new Active(0, Recipe.EMPTY, Catalogue.of(Recipe.EMPTY));
    }
    Row row =
        database
            .sql("select id, text from recipe where id = ?")
            .param(id)
            .query(Row.class)
            .single();
    Recipe recipe = RecipeReader.read(row.text(), Families.ruleCodes());
    return new Active(row.id(), recipe, Catalogue.of(recipe));
  }

  /**
   * Reads a recipe and holds it against the base.
   *
   * @throws RecipeException with every mistake found
   */
  static Recipe check(String text) {
    Recipe recipe = RecipeReader.read(text, Families.ruleCodes());
    Catalogue catalogue = Catalogue.of(recipe);
    TableBuilder columns =
        new TableBuilder("base", catalogue.fields().stream().map(BaseField::code).toList());
    FieldPlan.check(recipe, List.of(columns.build()));
    List<RecipeProblem> problems = new ArrayList<>();
    List<String> codes = catalogue.fields().stream().map(BaseField::code).toList();
    recipe
        .parties()
        .stages()
        .forEach(
            (stage, fields) ->
                fields.stream()
                    .filter(field -> catalogue.place(field) < 0)
                    .forEach(
                        field ->
                            problems.add(
                                new RecipeProblem(
                                    0,
                                    "stages." + stage,
                                    "column",
                                    List.of(field),
                                    FieldPlan.nearest(field, codes)))));
    if (!problems.isEmpty()) {
      throw new RecipeException(problems);
    }
    return recipe;
  }

  /** A version of the recipe. */
  public record Version(
      long id,
      String comment,
      @Nullable String account,
      Instant createdAt,
      @Nullable Instant activatedAt) {}

  /** Returns the versions, the newest first. */
  public List<Version> versions() {
    return database
        .sql(
            """
            select r.id, r.comment, a.name as account, r.created_at, r.activated_at
            from recipe r left join account a on a.id = r.account_id order by r.id desc limit 100
            """)
        .query(Version.class)
        .list();
  }

  /** Returns the text of a version; of the recipe that holds before there is any for 0. */
  public Optional<String> text(long id, Locale locale) {
    return id == 0
        ? Optional.of(
            RecipeWriter.write(Recipe.EMPTY, List.of(), Families.rules(), Texts.of(locale)))
        : database
            .sql("select text from recipe where id = ?")
            .param(id)
            .query(String.class)
            .optional();
  }

  /**
   * Keeps a version, which does not hold yet.
   *
   * @throws RecipeException when it has mistakes
   */
  @Transactional
  public long save(String text, String comment, Caller by) {
    check(text);
    long id =
        database
            .sql("insert into recipe (text, comment, account_id) values (?, ?, ?) returning id")
            .params(Storable.text(text), comment.strip(), by.id())
            .query(Long.class)
            .single();
    journal.append(
        Journal.Deed.of(by.actor(), "recipe.saved", "recipe:" + id, Map.of()).because(comment));
    return id;
  }

  /** Lets a version hold from now on. */
  @Transactional
  public void activate(long id, Caller by) {
    database
        .sql("update recipe set activated_at = clock_timestamp() where id = ?")
        .param(id)
        .update();
    journal.append(Journal.Deed.of(by.actor(), "recipe.activated", "recipe:" + id, Map.of()));
  }
}
