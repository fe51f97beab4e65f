package io.tetherkey.desktop.app;

import io.tetherkey.desktop.diagnosis.Observation;
import io.tetherkey.desktop.diagnosis.SeenDevice;
import io.tetherkey.protocol.message.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code tetherkey devices --json} prints; the form is described in packaging/README.md. */
final class DevicesJson {

    private DevicesJson() {}

    static String of(Observation seen) {
        List<String> members = new ArrayList<>();
        members.add("\"version\":1");
        members.add("\"devices\":"
                + seen.devices().stream().map(DevicesJson::device).collect(Collectors.joining(",", "[", "]")));
        if (seen.devices().isEmpty()) {
            Fault why = DevicesCommand.reason(seen);
            members.add("\"reason\":" + object(fault(why)));
        }
        return object(members);
    }

    private static String device(SeenDevice device) {
        List<String> members = new ArrayList<>();
        members.add(text("address", device.address()));
        members.add(text("road", device.road()));
        members.add(text("identity", device.identity()));
        if (device.vendor().isPresent()) {
            members.add(text("vendorId", "%04x".formatted(device.vendor().getAsInt())));
            members.add(text("productId", "%04x".formatted(device.product().orElse(0))));
        }
        if (!device.name().isEmpty()) {
            members.add(text("name", device.name()));
        }
        members.add("\"usable\":" + device.fault().isEmpty());
        device.fault().ifPresent(why -> members.addAll(fault(why)));
        device.udevRule().ifPresent(rule -> members.add(text("udevRule", rule)));
        device.cause().ifPresent(cause -> members.add(text("cause", cause)));
        return object(members);
    }

    private static List<String> fault(Fault why) {
        return List.of(
                text("code", why.code()),
                text("sentence", why.sentence(Locale.ENGLISH)),
                text("remedy", why.remedy(Locale.ENGLISH)));
    }

    private static String object(List<String> members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String text(String name, String value) {
        return "\"" + name + "\":\"" + escaped(value) + "\"";
    }

    /** RFC 8259 section 7; half characters, which UTF-8 cannot carry, become question marks. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c == 0x7F) {
                escaped.append("\\u%04x".formatted(c));
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                escaped.append('?');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
