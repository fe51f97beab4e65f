package io.tetherkey.desktop.phone;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of way to a phone, which the user may leave out. */
public enum Road {
    /** A USB accessory or a vendor's bulk interface. */
    USB,
    /** A serial port on USB. */
    SERIAL,
    /** An address of the profile, such as that of a USB tether. */
    TCP;

    /** All of them. */
    public static Set<Road> all() {
        return EnumSet.allOf(Road.class);
    }

    /** The word in settings and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roads that words with commas between them name; empty if one of them names none, or there is none. */
    public static Optional<Set<Road>> parse(String words) {
        Set<Road> roads = EnumSet.noneOf(Road.class);
        for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1)) {
            Optional<Road> road = Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
            if (road.isEmpty()) {
                return Optional.empty();
            }
            roads.add(road.get());
        }
        return Optional.of(roads);
    }
}
