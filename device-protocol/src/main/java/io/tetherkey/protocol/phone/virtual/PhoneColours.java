package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.trust.BankEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The banks' colours out of the profile's directory; they adorn the window, and a phone works without them. */
final class PhoneColours {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneColours.class);

    private PhoneColours() {}

    /** {@code #rrggbb} by bank id; empty if the directory cannot be read or is not trusted. */
    static Map<String, String> of(Path profile) {
        try {
            return new ProfileDirectory(profile, Clock.systemUTC())
                    .read().banks().stream().collect(Collectors.toMap(BankEntry::bankId, BankEntry::colour));
        } catch (PhoneFailure e) {
            LOG.debug("no colours: {}", e.getMessage());
            return Map.of();
        }
    }
}
