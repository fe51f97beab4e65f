package io.tetherkey.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** DESIGN §2: which desktop package may import what; THREATS §2 row 1: no listening network socket. */
@AnalyzeClasses(packages = "io.tetherkey.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class DesktopArchitectureTest {

    private static final String ROOT = "io.tetherkey.desktop.";

    @ArchTest
    static final ArchRule noNetworkServer = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.ServerSocket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.net.ssl.SSLServerSocket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.DatagramSocket")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.net.httpserver..", "io.helidon..", "java.rmi..");

    @ArchTest
    static final ArchRule onlyTheHandOverListensAndOnlyOnAUnixSocket = classes()
            .that()
            .haveSimpleNameNotContaining("SingleInstance")
            .should()
            .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                            java.nio.channels.ServerSocketChannel.class)));

    @ArchTest
    static final ArchRule onlyTheBanksAdapterSpeaksHttp =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net.http..", "javax.net.ssl..");

    @ArchTest
    static final ArchRule viewModelsKnowNoScene = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.scene..", "javafx.stage..", "javafx.application..", "atlantafx..", "org.kordamp..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreKnowsNoToolkit = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + "phone..",
                    ROOT + "relay..",
                    ROOT + "queue..",
                    ROOT + "handoff..",
                    ROOT + "history..",
                    ROOT + "diagnosis..",
                    ROOT + "autostart..",
                    ROOT + "notice..",
                    ROOT + "support..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", ROOT + "ui..", ROOT + "app..");

    @ArchTest
    static final ArchRule nobodyImportsTheCompositionRoot = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "app..");

    @ArchTest
    static final ArchRule handOverStandsAlone = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "handoff..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "relay..", ROOT + "phone..", ROOT + "history..");

    @ArchTest
    static final ArchRule noForeignCryptoOrDevices = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "org.usb4java..", "com.fazecast..", "io.tetherkey.bank..");

    @ArchTest
    static final ArchRule onlyTheHistorysAdaptersKnowDatabaseAndPdf = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "history.sqlite..", ROOT + "history.pdf..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "org.sqlite..", "java.sql..", "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule onlyItsAdapterKnowsTheBus = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "notice.dbus..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.freedesktop..");

    @ArchTest
    static final ArchRule nobodyReachesIntoTheToolkit =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.sun..");
}
