package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableRoad;
import java.util.Map;

/**
 * What a phone's window starts with.
 *
 * @param bankColours {@code #rrggbb} by bank id; they adorn and are not needed
 */
public record PhoneSetting(ScreenTexts texts, CableRoad road, Map<String, String> bankColours) {
    /** Of a bank whose colour is not known. */
    private static final String PLAIN = "#4a5568";

    public PhoneSetting {
        bankColours = Map.copyOf(bankColours);
    }

    String colourOf(String bankId) {
        return bankColours.getOrDefault(bankId, PLAIN);
    }
}
