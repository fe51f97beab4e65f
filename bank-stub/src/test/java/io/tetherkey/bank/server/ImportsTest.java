package io.tetherkey.bank.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may import what (DESIGN §2, STYLE 3 and 4). */
@AnalyzeClasses(packages = "io.tetherkey.bank", importOptions = DoNotIncludeTests.class)
class ImportsTest {

    @ArchTest
    static final ArchRule BOUNCY_CASTLE_HAS_TWO_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackages("io.tetherkey.bank.ca", "io.tetherkey.bank.password")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule SQL_IS_IN_THE_STORES = noClasses()
            .that()
            .resideOutsideOfPackages("io.tetherkey.bank.store", "io.tetherkey.bank.shop")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.flywaydb..", "com.zaxxer..", "org.sqlite..");

    @ArchTest
    static final ArchRule HELIDON_IS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("io.tetherkey.bank.web..", "io.tetherkey.bank.shop", "io.tetherkey.bank.server")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    @ArchTest
    static final ArchRule NO_PACKAGE_LEADS_BACK_TO_ITSELF =
            slices().matching("io.tetherkey.bank.(*)..").should().beFreeOfCycles();
}
