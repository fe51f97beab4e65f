package io.tetherkey.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How this program starts one of its parts: the same Java, the same jars, in a process of its own.
 *
 * @param java the {@code java} executable
 * @param classPath as {@code -cp} takes it
 * @param modulePath the folder of the JavaFX jars; empty when they are on the class path, as in a test run
 */
record Program(Path java, String classPath, Optional<String> modulePath) {
    /** The process that a part belongs to: when that ends, the part ends too. */
    static final String PARENT = "tetherkey.parent";

    /** The folder of the jars, set by the launcher. */
    static final String LIB = "tetherkey.lib";

    private static final List<String> QUICK_START =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    /** JavaFX as modules, with the parts open that let its clock rest while nothing moves. */
    private static final List<String> JAVAFX = List.of(
            "--add-modules",
            "javafx.controls,javafx.fxml",
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "--add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED",
            "--add-exports=javafx.graphics/com.sun.javafx.tk=ALL-UNNAMED",
            "--add-opens=javafx.graphics/com.sun.javafx.tk.quantum=ALL-UNNAMED");

    private static final List<String> NO_DISPLAY =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true");

    static Program current() {
        String executable = File.separatorChar == '\\' ? "java.exe" : "java";
        Optional<String> lib = Optional.ofNullable(System.getProperty(LIB));
        return new Program(
                Path.of(System.getProperty("java.home"), "bin", executable),
                lib.map(folder -> folder + File.separator + "*").orElse(System.getProperty("java.class.path")),
                lib.map(folder -> Path.of(folder, "fx").toString()));
    }

    /** The whole command line of a part. */
    List<String> commandLine(Part part, boolean headless, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        words.addAll(QUICK_START);
        words.add("-Dtetherkey.log=INFO");
        words.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
        if (headless) {
            words.addAll(NO_DISPLAY);
        }
        if (part.window() && modulePath.isPresent()) {
            words.addAll(List.of("--module-path", modulePath.get()));
            words.addAll(JAVAFX);
        } else {
            words.add("--enable-native-access=ALL-UNNAMED");
        }
        words.addAll(List.of("-cp", classPath, TetherKey.class.getName(), part.command()));
        words.addAll(arguments);
        return words;
    }
}
