package io.tetherkey.protocol.phone.virtual.usbip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Endpoint 0: standard requests, the serial port's requests (PSTN 1.2 section 6.3) and the switch to an accessory
 * (Android Open Accessory 2.0: 51, 52 and 53). Everything else is stalled, the accessory's input requests 54 to 58 too:
 * they would let a computer press this phone's buttons. Owned by one thread.
 */
final class ControlPipe {
    private static final int ACCESSORY_VERSION = 2;
    private static final int ACCESSORY_STRINGS = 6;
    private static final int LONGEST_STRING = 256;
    private static final int LINE_CODING = 7;
    private static final int FIRST_INPUT_REQUEST = 54;
    private static final int LAST_INPUT_REQUEST = 58;

    private final UsbDescriptors descriptors;
    private final Set<Integer> halted = new HashSet<>();
    private final Map<Integer, String> accessoryStrings = new TreeMap<>();
    private byte[] lineCoding = {(byte) 0x80, 0x25, 0, 0, 0, 0, 8};
    private int configuration;
    private boolean terminalReady;
    private boolean startAsked;
    private int inputRequests;

    ControlPipe(UsbDescriptors descriptors) {
        this.descriptors = descriptors;
    }

    /**
     * Answers one request.
     *
     * @param data what the computer sent with it, empty for a request that asks for data
     */
    ControlAnswer answer(SetupPacket setup, byte[] data) {
        return switch (setup.key()) {
            case 0x8006 -> found(descriptors.find(setup.value()), setup);
            case 0x8000 -> cut(new byte[] {0, 0}, setup);
            case 0x8100 -> cut(new byte[] {0, 0}, setup);
            case 0x8200 -> cut(new byte[] {(byte) (halted.contains(setup.index()) ? 1 : 0), 0}, setup);
            case 0x8008 -> cut(new byte[] {(byte) configuration}, setup);
            case 0x810A -> cut(new byte[] {0}, setup);
            case 0x0009 -> configure(setup.value());
            case 0x010B -> done(setup.value() == 0 && setup.index() < descriptors.interfaces());
            case 0x0201 -> feature(setup, halted::remove);
            case 0x0203 -> feature(setup, halted::add);
            default -> setup.type() == 0xC0 || setup.type() == 0x40 ? accessory(setup, data) : serial(setup, data);
        };
    }

    boolean isHalted(int endpointAddress) {
        return halted.contains(endpointAddress);
    }

    void halt(int endpointAddress) {
        halted.add(endpointAddress);
    }

    /** Whether the computer's program holds the serial port open. */
    boolean terminalReady() {
        return terminalReady;
    }

    /** Whether the computer has asked the phone to become an accessory. */
    boolean startAsked() {
        return startAsked;
    }

    /** What the computer calls itself: manufacturer, model, description, version, address, serial number. */
    Map<Integer, String> accessoryStrings() {
        return Map.copyOf(accessoryStrings);
    }

    /** How often a computer tried to act as this phone's keyboard or touch screen. */
    int inputRequests() {
        return inputRequests;
    }

    private ControlAnswer configure(int value) {
        if (value > 1) {
            return new ControlAnswer.Stall();
        }
        configuration = value;
        return new ControlAnswer.Done();
    }

    private static ControlAnswer feature(SetupPacket setup, java.util.function.Consumer<Integer> change) {
        boolean halt = setup.value() == 0;
        if (halt) {
            change.accept(setup.index());
        }
        return done(halt);
    }

    private ControlAnswer serial(SetupPacket setup, byte[] data) {
        if (descriptors.interfaces() == 1 || setup.index() != 0) {
            return new ControlAnswer.Stall();
        }
        return switch (setup.key()) {
            case 0x2120 -> {
                boolean whole = data.length == LINE_CODING;
                lineCoding = whole ? data.clone() : lineCoding;
                yield done(whole);
            }
            case 0xA121 -> cut(lineCoding, setup);
            case 0x2122 -> {
                terminalReady = (setup.value() & 1) != 0;
                yield new ControlAnswer.Done();
            }
            case 0x2123 -> new ControlAnswer.Done();
            default -> new ControlAnswer.Stall();
        };
    }

    private ControlAnswer accessory(SetupPacket setup, byte[] data) {
        return switch (setup.key()) {
            case 0xC033 -> {
                accessoryStrings.clear();
                yield cut(new byte[] {ACCESSORY_VERSION, 0}, setup);
            }
            case 0x4034 -> {
                boolean fits = setup.index() < ACCESSORY_STRINGS && data.length <= LONGEST_STRING;
                if (fits) {
                    accessoryStrings.put(setup.index(), untilZero(data));
                }
                yield done(fits);
            }
            case 0x4035 -> {
                startAsked = true;
                yield new ControlAnswer.Done();
            }
            default -> {
                if (setup.request() >= FIRST_INPUT_REQUEST && setup.request() <= LAST_INPUT_REQUEST) {
                    inputRequests++;
                }
                yield new ControlAnswer.Stall();
            }
        };
    }

    private static String untilZero(byte[] text) {
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    private static ControlAnswer found(Optional<byte[]> bytes, SetupPacket setup) {
        return bytes.map(found -> cut(found, setup)).orElseGet(ControlAnswer.Stall::new);
    }

    private static ControlAnswer cut(byte[] bytes, SetupPacket setup) {
        return new ControlAnswer.Data(Arrays.copyOf(bytes, Math.min(bytes.length, setup.length())));
    }

    private static ControlAnswer done(boolean taken) {
        return taken ? new ControlAnswer.Done() : new ControlAnswer.Stall();
    }
}
