package io.tetherkey.protocol.transport.serial;

import io.tetherkey.protocol.transport.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another program on the same computer: opens the line that it is given, or lists all, and tells what came of it. */
final class SerialProbe {
    private SerialProbe() {}

    public static void main(String[] arguments) throws IOException {
        try {
            if (arguments.length == 0) {
                System.out.println("LISTED " + SerialPorts.list().size());
                return;
            }
            SerialTransport.open(arguments[0]);
            System.out.println("OPEN");
            int end = System.in.read();
            System.exit(end < 0 ? 0 : 1);
        } catch (TransportException e) {
            System.out.println(e.fault() + " " + e.getMessage());
        }
    }

    /** Starts the program; its error output goes where ours goes. */
    static Process start(List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SerialProbe.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
