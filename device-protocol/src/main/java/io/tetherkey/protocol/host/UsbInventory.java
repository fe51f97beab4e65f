package io.tetherkey.protocol.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What is on USB, as Linux shows it in files: asked without opening any device, so that it also tells of devices that
 * this user may not open or that are no phones.
 *
 * @param root {@code /sys/bus/usb/devices}
 */
public record UsbInventory(Path root) {
    private static final int HUB = 0x09;
    private static final int MOST_TEXT = 64;

    /** The inventory of this computer. */
    public static UsbInventory ofThisComputer() {
        return new UsbInventory(Path.of("/sys/bus/usb/devices"));
    }

    /** Whether this computer shows any USB at all, be it an empty socket; empty where that cannot be told. */
    public Optional<Boolean> anyUsb() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return Optional.of(entries.findAny().isPresent());
        } catch (IOException e) {
            return Optional.of(false);
        }
    }

    /** All devices but hubs, by path; empty where the files are not there. */
    public List<UsbListing> devices() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> isDevice(String.valueOf(entry.getFileName())))
                    .filter(entry -> number(entry, "bDeviceClass").orElse(0) != HUB)
                    .flatMap(entry -> listing(entry).stream())
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Interfaces have a colon in their names. */
    private static boolean isDevice(String name) {
        return !name.contains(":") && !name.startsWith("usb");
    }

    private static Optional<UsbListing> listing(Path entry) {
        OptionalInt vendor = number(entry, "idVendor");
        OptionalInt product = number(entry, "idProduct");
        if (vendor.isEmpty() || product.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UsbListing(
                String.valueOf(entry.getFileName()),
                vendor.getAsInt(),
                product.getAsInt(),
                text(entry, "manufacturer"),
                text(entry, "product"),
                Optional.of(text(entry, "serial")).filter(serial -> !serial.isEmpty())));
    }

    private static OptionalInt number(Path entry, String file) {
        String digits = text(entry, file);
        return digits.matches("[0-9a-fA-F]{1,4}") ? OptionalInt.of(Integer.parseInt(digits, 16)) : OptionalInt.empty();
    }

    private static String text(Path entry, String file) {
        try {
            String text = new String(Files.readAllBytes(entry.resolve(file)), StandardCharsets.UTF_8).strip();
            return text.substring(0, Math.min(MOST_TEXT, text.length()));
        } catch (IOException e) {
            return "";
        }
    }
}
