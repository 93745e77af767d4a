package io.duplex.inventory;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How this service is built; each rule is shown to fail on a class that breaks it. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.duplex.inventory");
    private static final JavaClasses SEEDED = new ClassFileImporter().importPackages("io.duplex.inventory.seeded");

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..api..", "..messaging..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..api..", "..messaging..", "org.apache.kafka..", "jakarta.ws.rs..")
                        .as("the domain knows neither HTTP nor Kafka"),
                slices().matching("io.duplex.inventory.(**)")
                        .should()
                        .beFreeOfCycles()
                        .as("packages do not depend on each other in circles"),
                noClasses()
                        .should()
                        .callMethodWhere(target(nameMatching("await|subscribe.*"))
                                .and(target(owner(assignableTo(Uni.class).or(assignableTo(Multi.class))))))
                        .as("nobody waits: a Uni is returned"),
                noClasses()
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .as("nobody sleeps"),
                noFields().should().beAnnotatedWith(Inject.class).as("what is needed comes by the constructor"),
                fields().that().areStatic().should().beFinal().as("no state is static"),
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .as("a name says what it is"),
                noClasses()
                        .should()
                        .resideInAnyPackage(
                                "..util..", "..common..", "..impl..", "..dto..", "..mapper..", "..service..")
                        .as("packages are features"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(SEEDED)).isInstanceOf(AssertionError.class);
    }
}
