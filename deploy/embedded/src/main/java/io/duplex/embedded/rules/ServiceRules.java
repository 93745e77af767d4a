package io.duplex.embedded.rules;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The rules that all services keep. Each is shown, beside its definition, to fail on a class that breaks it. */
public final class ServiceRules {
    private ServiceRules() {}

    /** The classes of a service, without its tests. */
    public static JavaClasses classesOf(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
    }

    /** The rules for a service whose features are the packages below this one. */
    public static Stream<ArchRule> of(String rootPackage) {
        return Stream.of(
                domainKnowsNeitherHttpNorKafka(),
                slices().matching(rootPackage + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("features do not depend on each other in circles"),
                nobodyWaits(),
                noClasses()
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .as("nobody sleeps"),
                noFields()
                        .should()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .as("what is needed comes by the constructor"),
                fields().that().areStatic().should().beFinal().as("no state is static"),
                namesSayWhatItIs(),
                packagesAreFeatures());
    }

    private static ArchRule domainKnowsNeitherHttpNorKafka() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..api..", "..messaging..")
                .and()
                .areNotAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..api..", "..messaging..", "org.apache.kafka..", "jakarta.ws.rs..")
                .as("the domain knows neither HTTP nor Kafka");
    }

    private static ArchRule nobodyWaits() {
        return noClasses()
                .should()
                .callMethodWhere(target(nameMatching("await|subscribe.*"))
                        .and(target(owner(nameMatching("io\\.smallrye\\.mutiny\\.(Uni|Multi)")))))
                .as("nobody waits: a Uni is returned");
    }

    private static ArchRule namesSayWhatItIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Helper|Manager|Utils)")
                .as("a name says what it is");
    }

    private static ArchRule packagesAreFeatures() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..mapper..", "..service..")
                .as("packages are features");
    }
}
