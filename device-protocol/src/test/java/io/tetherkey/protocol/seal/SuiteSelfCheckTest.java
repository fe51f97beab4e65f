package io.tetherkey.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteSelfCheckTest {

    @ParameterizedTest
    @EnumSource(Suite.class)
    void holdsOnAGoodInstallation(Suite suite) {
        assertThat(SuiteSelfCheck.holds(suite, RandomSource.secure())).isTrue();
    }

    /** A part that computes anything else than the published example is found, whichever part it is. */
    @ParameterizedTest
    @CsvSource({
        "CLASSIC, mac.tag", "CLASSIC, kem.secret", "CLASSIC, aead.tag",
        "GM, mac.tag", "GM, kem.secret", "GM, aead.tag",
        "POST_QUANTUM, mac.tag", "POST_QUANTUM, kem.secret", "POST_QUANTUM, aead.tag"
    })
    void failsWhereOnePartComputesAnythingElse(Suite suite, String part) throws IOException {
        Properties published = published();
        String prefix = suite.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".";
        KnownAnswers other = KnownAnswers.of(name -> {
            String hex = published.getProperty(prefix + name);
            return name.equals(part) ? "00".repeat(hex.length() / 2) : hex;
        });
        assertThat(SuiteSelfCheck.holds(suite, other, RandomSource.secure())).isFalse();
    }

    @Test
    void examplesOfTheGmSuiteAreThePublishedOnes() throws IOException {
        CBORObject kem =
                json("/test-vectors/session-gm.json").get("sessions").get(0).get("kem");
        KnownAnswers known = KnownAnswers.of(Suite.GM);
        assertThat(known.kem().own().privateKey()).isEqualTo(hex(kem, "private_key"));
        assertThat(known.kem().enc()).isEqualTo(hex(kem, "enc"));
        assertThat(known.kem().secret()).isEqualTo(hex(kem, "shared_secret"));
    }

    @Test
    void examplesOfThePostQuantumSuiteAreThePublishedOnes() throws IOException {
        CBORObject kem = json("/vectors/hpke-x-wing.json").get("vectors").get(0);
        KnownAnswers known = KnownAnswers.of(Suite.POST_QUANTUM);
        assertThat(known.kem().own().privateKey()).isEqualTo(hex(kem, "skRm"));
        assertThat(known.kem().enc()).isEqualTo(hex(kem, "enc"));
        assertThat(known.kem().secret()).isEqualTo(hex(kem, "shared_secret"));
    }

    private static Properties published() throws IOException {
        Properties values = new Properties();
        try (InputStream in = KnownAnswers.class.getResourceAsStream("self-check.properties")) {
            values.load(in);
        }
        return values;
    }

    private static CBORObject json(String resource) throws IOException {
        try (InputStream in = SuiteSelfCheckTest.class.getResourceAsStream(resource)) {
            return CBORObject.ReadJSON(in);
        }
    }

    private static byte[] hex(CBORObject object, String field) {
        return HexFormat.of().parseHex(object.get(field).AsString());
    }
}
