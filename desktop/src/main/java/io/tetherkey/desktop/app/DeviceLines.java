package io.tetherkey.desktop.app;

import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.desktop.ui.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code tetherkey devices} prints for people. */
final class DeviceLines {

    private DeviceLines() {}

    static String headline(SeenDevice device) {
        String ids = device.vendor().isPresent()
                ? "  %04x:%04x"
                        .formatted(device.vendor().getAsInt(), device.product().orElse(0))
                : "";
        String name = device.name().isEmpty() ? "" : "  " + VisibleText.of(device.name());
        return device.address() + ids + name + "  " + (device.fault().isEmpty() ? "usable" : "not usable");
    }

    /** @param verbose whether an expert's cause is added */
    static List<String> details(SeenDevice device, boolean verbose) {
        List<String> lines = new ArrayList<>();
        device.fault().ifPresent(why -> {
            lines.add(why.code() + " " + why.sentence(Locale.ENGLISH));
            lines.add(why.remedy(Locale.ENGLISH));
        });
        device.udevRule().ifPresent(rule -> lines.add("udev rule for " + SeenDevice.UDEV_FILE + ": " + rule));
        if (verbose) {
            device.cause().ifPresent(cause -> lines.add("cause: " + VisibleText.of(cause)));
        }
        return lines;
    }
}
