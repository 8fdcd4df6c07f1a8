package io.limpide.server.recipe;

import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recipe.RecipeReader;
import io.limpide.engine.run.Families;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recipe that the base follows, and those it followed before. */
@Repository
public class Recipes {
  private final JdbcClient database;
  private volatile Active known = new Active(0, Recipe.EMPTY, Catalogue.of(Recipe.EMPTY));

  Recipes(JdbcClient database) {
    this.database = database;
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

  /** Returns the recipe in force, which another server may just have changed. */
  public Active active() {
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
}
