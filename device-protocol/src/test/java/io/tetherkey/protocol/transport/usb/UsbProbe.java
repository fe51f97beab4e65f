package io.tetherkey.protocol.transport.usb;

/** A program of its own that says whether its user may open the phone at a path. */
final class UsbProbe {
    private UsbProbe() {}

    public static void main(String[] arguments) {
        System.out.println(new UsbPhones()
                .trouble(new UsbPath(arguments[0]))
                .map(trouble -> trouble.fault().name())
                .orElse("OPEN"));
    }
}
