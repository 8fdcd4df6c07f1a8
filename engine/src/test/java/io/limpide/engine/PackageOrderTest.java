package io.limpide.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package listing is the pipeline: each package uses only those before it. */
class PackageOrderTest {
  private static final String ROOT = "io.limpide.engine.";
  private static final List<String> ORDER =
      List.of(
          "message",
          "text",
          "reference",
          "table",
          "finding",
          "field",
          "standardize",
          "recognize",
          "profile",
          "validate",
          "block",
          "compare",
          "score",
          "cluster",
          "match",
          "live",
          "merge",
          "retain",
          "recipe",
          "run");

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.limpide.engine");

  static Stream<String> packages() {
    return ORDER.stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void uses_only_packages_before_it(String name) {
    List<String> later =
        ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
            .map(other -> ROOT + other + "..")
            .toList();
    if (!later.isEmpty()) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + name + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later.toArray(String[]::new))
          .check(ENGINE);
    }
  }

  @Test
  void has_no_package_outside_the_order() {
    List<String> strangers =
        ENGINE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()).split("\\.", -1)[0])
            .distinct()
            .filter(name -> !ORDER.contains(name))
            .toList();

    assertThat(strangers).isEmpty();
  }

  @Test
  void touches_no_file_no_network_and_no_clock() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "reach files, the network or a database",
                type ->
                    type.getPackageName().equals("java.nio.file")
                        || type.getPackageName().equals("java.net.http")
                        || type.getPackageName().equals("java.sql")
                        || type.getName().matches("java\\.io\\.(File|Random).*")
                        || type.getName().matches("java\\.net\\.(Socket|URL).*")))
        .check(ENGINE);
    classes()
        .should()
        .onlyCallMethodsThat(
            DescribedPredicate.describe(
                "do not ask what time it is",
                call ->
                    !(call.getName().equals("now")
                            && call.getOwner().getPackageName().startsWith("java.time"))
                        && !call.getFullName().startsWith("java.lang.System.currentTimeMillis")))
        .check(ENGINE);
  }
}
