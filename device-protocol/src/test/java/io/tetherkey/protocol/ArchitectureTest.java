package io.tetherkey.protocol;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports point down: client, session, codec, frame. Transports know bytes, never messages. */
@AnalyzeClasses(packages = "io.tetherkey.protocol", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.tetherkey.protocol.";
    private static final String[] PLAIN = {"java.lang..", "java.util..", "java.time..", "java.math..", "org.jspecify.."
    };

    @ArchTest
    static final ArchRule cborKnowsBytesOnly = onlyDependsOn("cbor", "cbor");

    @ArchTest
    static final ArchRule frameKnowsBytesOnly = onlyDependsOn("frame", "frame", "message");

    @ArchTest
    static final ArchRule messageStandsOnCbor = onlyDependsOn("message", "message", "cbor");

    @ArchTest
    static final ArchRule linkStandsOnFrameAndMessage = onlyDependsOn("link", "link", "frame", "message", "cbor");

    @ArchTest
    static final ArchRule sealStandsOnMessage = onlyDependsOn("seal", "seal", "message", "cbor");

    @ArchTest
    static final ArchRule sessionStandsOnSeal = onlyDependsOn("session", "session", "seal", "message", "cbor");

    @ArchTest
    static final ArchRule trustStandsOnSeal = onlyDependsOn("trust", "trust", "seal", "message", "cbor");

    @ArchTest
    static final ArchRule bankStandsOnTrust =
            onlyDepends(resideInAPackage(ROOT + "bank"), "bank", "trust", "message", "cbor");

    @ArchTest
    static final ArchRule startLinksStandAlone = onlyDependsOn("startlink", "startlink");

    @ArchTest
    static final ArchRule onlyTheBanksAdapterSpeaksHttp = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "bank.http..", ROOT + "phone.virtual")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net.ssl..", ROOT + "bank.http..")
            .as("nothing but the adapter imports an HTTP client, and only the program wires it in");

    @ArchTest
    static final ArchRule transportsKnowNoMessages = noClasses()
            .that()
            .resideInAPackage(ROOT + "transport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below("message", "cbor", "link", "seal", "session", "host", "phone", "trust"));

    @ArchTest
    static final ArchRule hostKnowsNoPhoneSide = noClasses()
            .that()
            .resideInAPackage(ROOT + "host..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below("phone", "session"));

    @ArchTest
    static final ArchRule phoneKnowsNoHost = noClasses()
            .that()
            .resideInAPackage(ROOT + "phone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below("host"));

    /** The kit judges a phone from outside. */
    @ArchTest
    static final ArchRule conformanceKnowsNoPhoneSide = noClasses()
            .that()
            .resideInAPackage(ROOT + "conformance..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below("phone", "session", "link", "host"));

    @ArchTest
    static final ArchRule nobodyKnowsTheConformanceKit = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "conformance..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "conformance..");

    @ArchTest
    static final ArchRule onlySealImportsBouncyCastle = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "seal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule onlyTheUsbTransportImportsUsb4java = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "transport.usb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.usb4java..");

    @ArchTest
    static final ArchRule onlyTheSerialTransportImportsJSerialComm = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "transport.serial..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fazecast..");

    @ArchTest
    static final ArchRule onlyTheVirtualPhonesLineCallsTheCLibrary = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "phone.virtual.pty..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.foreign..");

    @ArchTest
    static final ArchRule onlyTheVirtualPhoneHasAWindow = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "phone.virtual..", ROOT + "typeface..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule onlyTheWindowKnowsTheTypeface = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "phone.virtual.window..", ROOT + "typeface..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below("typeface"));

    @ArchTest
    static final ArchRule onlyOnePackageReachesIntoTheToolkit = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "toolkit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun..");

    @ArchTest
    static final ArchRule onlyTheWindowKnowsTheToolkit = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "phone.virtual.window..", ROOT + "toolkit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below("toolkit"));

    @ArchTest
    static final ArchRule typefaceStandsAlone = noClasses()
            .that()
            .resideInAPackage(ROOT + "typeface..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(below(
                    "cbor", "frame", "message", "link", "seal", "session", "trust", "transport", "host", "phone"));

    /** These packages go into an Android app from this same source. */
    @ArchTest
    static final ArchRule portablePackagesUseWhatAPhoneHas = noClasses()
            .that(portable())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "java.lang.foreign..",
                    "java.awt..",
                    "javax.crypto..",
                    "java.net..",
                    "java.util.concurrent..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule portablePackagesStartNoThreads =
            noClasses().that(portable()).should().dependOnClassesThat().areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule pureCoresReadNoClock = noClasses()
            .that()
            .resideInAnyPackage(below("cbor", "message", "frame", "link", "seal", "session", "trust"))
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    private static DescribedPredicate<JavaClass> portable() {
        return resideInAnyPackage(below("cbor", "frame", "message", "link", "seal", "session", "startlink"))
                .or(resideInAPackage(ROOT + "bank"))
                .or(resideInAPackage(ROOT + "phone"))
                .or(resideInAnyPackage(below("phone.chip", "phone.flash", "phone.network", "phone.screen")));
    }

    private static ArchRule onlyDependsOn(String name, String... rooms) {
        return onlyDepends(resideInAPackage(ROOT + name + ".."), rooms);
    }

    private static ArchRule onlyDepends(DescribedPredicate<JavaClass> who, String... rooms) {
        String[] allowed = new String[rooms.length + PLAIN.length + 5];
        System.arraycopy(below(rooms), 0, allowed, 0, rooms.length);
        System.arraycopy(PLAIN, 0, allowed, rooms.length, PLAIN.length);
        String[] more = {"java.nio..", "java.io..", "java.security..", "org.bouncycastle..", "java.net"};
        System.arraycopy(more, 0, allowed, rooms.length + PLAIN.length, more.length);
        return classes()
                .that(who)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed)
                        .or(DescribedPredicate.describe("primitives and arrays", c -> c.isPrimitive() || c.isArray())));
    }

    private static String[] below(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = ROOT + names[i] + "..";
        }
        return packages;
    }
}
