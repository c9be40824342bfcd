package io.provincelink.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** How the code is laid out, checked in every module by one test each. */
public final class ArchitectureRules {

    private static final String KIT = "io.provincelink.kit.";
    private static final String RECORD = "io.provincelink.record.";

    private ArchitectureRules() {}

    /** @param root package of the module, such as {@code io.provincelink.agreements} */
    public static void check(String root) {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(code);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..dto..", "..impl..", "..service..", "..mapper..")
                .check(code);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.ws.rs.core.Response")
                .because("resources return types, or RestResponse for a status or a header")
                .check(code);
        classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should()
                .beAnnotatedWith("jakarta.ws.rs.Produces")
                .because("else any media type is answered, with whatever toString() makes of it")
                .allowEmptyShould(true)
                .check(code);
        for (String other : List.of("agreements", "exchanges", "trade", "gateway")) {
            String others = "io.provincelink." + other;
            if (!root.equals(others)) {
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(others + "..")
                        .check(code);
            }
        }
        classes()
                .that()
                .areRecords()
                .and()
                .haveSimpleNameEndingWith("Draft")
                .should()
                .beAssignableTo(KIT + "http.Draft")
                .because("else its rules are asked only once nothing else is wrong")
                .allowEmptyShould(true)
                .check(code);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .and()
                .arePublic()
                .should(sayWhoMayCall())
                .allowEmptyShould(true)
                .check(code);
    }

    /** Only repositories query, and each of their questions names the caller. */
    public static void checkScope(String root) {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        noClasses()
                .that(areNoRepositories())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.hibernate.Session")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.sql.DataSource")
                .because("what the caller may not see does not exist; only the scoped repositories ask the database")
                .check(code);
        classes()
                .that(DescribedPredicate.not(areNoRepositories()))
                .should(takeTheCallerEverywhere())
                .allowEmptyShould(true)
                .check(code);
    }

    private static DescribedPredicate<JavaClass> areNoRepositories() {
        return DescribedPredicate.describe(
                "are no repositories",
                type -> !type.isAssignableTo(RECORD + "ScopedRepository")
                        && !type.getName().startsWith(KIT));
    }

    private static ArchCondition<JavaClass> takeTheCallerEverywhere() {
        return new ArchCondition<>("take the caller in every question") {
            @Override
            public void check(JavaClass repository, ConditionEvents events) {
                for (JavaMethod method : repository.getMethods()) {
                    boolean asks = !method.getModifiers().contains(JavaModifier.PRIVATE)
                            && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                            && !List.of("snapshot", "hasCode", "address", "recordType")
                                    .contains(method.getName());
                    boolean named = method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.getName().equals(KIT + "caller.Caller"));
                    if (asks && !named) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " does not take the Caller"));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("have @RolesAllowed or @PermitAll") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean isOperation = method.getAnnotations().stream()
                        .anyMatch(
                                annotation -> annotation.getRawType().isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod"));
                if (isOperation
                        && !method.isAnnotatedWith(PermitAll.class)
                        && !method.isAnnotatedWith(RolesAllowed.class)) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " does not say who may call it"));
                }
            }
        };
    }
}
