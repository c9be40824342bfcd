package io.provincelink.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.provincelink.kit");

    @Test
    void there_is_something_to_check() {
        assertThat(CODE).hasSizeGreaterThan(40);
    }

    @Test
    void the_kit_knows_no_database() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..", "org.hibernate", "org.hibernate.orm..", "javax.sql..", "java.sql..")
                .check(CODE);
    }

    @Test
    void the_kit_knows_no_service_and_no_other_kit() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.provincelink.record..",
                        "io.provincelink.agreements..",
                        "io.provincelink.exchanges..",
                        "io.provincelink.trade..",
                        "io.provincelink.gateway..")
                .check(CODE);
    }

    @Test
    void its_packages_have_no_cycles() {
        slices().matching("io.provincelink.kit.(*)..").should().beFreeOfCycles().check(CODE);
    }
}
