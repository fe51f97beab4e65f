package io.tetherkey.protocol.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** The published examples of one suite's parts; {@code self-check.properties} names the source of each. */
record KnownAnswers(Mac mac, Encapsulated kem, Sealed aead) {

    /** A key, an input and its tag. */
    record Mac(byte[] key, byte[] input, byte[] tag) {}

    /** What was encapsulated to a key pair, and the secret that it must give. */
    record Encapsulated(KemKeyPair own, byte[] enc, byte[] secret) {}

    /** What was sealed, and the tag that it must have. */
    record Sealed(byte[] key, byte[] nonce, byte[] aad, byte[] plaintext, byte[] tag) {}

    static KnownAnswers of(Suite suite) {
        Properties values = new Properties();
        try (InputStream in = KnownAnswers.class.getResourceAsStream("self-check.properties")) {
            values.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = suite.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return of(part -> Objects.requireNonNull(values.getProperty(name + "." + part)));
    }

    /** @param values the hex of each part, by its name without the suite's */
    static KnownAnswers of(UnaryOperator<String> values) {
        HexFormat hex = HexFormat.of();
        return new KnownAnswers(
                new Mac(
                        hex.parseHex(values.apply("mac.key")),
                        hex.parseHex(values.apply("mac.input")),
                        hex.parseHex(values.apply("mac.tag"))),
                new Encapsulated(
                        new KemKeyPair(
                                hex.parseHex(values.apply("kem.private")), hex.parseHex(values.apply("kem.public"))),
                        hex.parseHex(values.apply("kem.enc")),
                        hex.parseHex(values.apply("kem.secret"))),
                new Sealed(
                        hex.parseHex(values.apply("aead.key")),
                        hex.parseHex(values.apply("aead.nonce")),
                        hex.parseHex(values.apply("aead.aad")),
                        hex.parseHex(values.apply("aead.plaintext")),
                        hex.parseHex(values.apply("aead.tag"))));
    }
}
