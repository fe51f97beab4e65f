package io.tetherkey.bank.password;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane; the text form is that of the reference implementation
 * without padding. Thread-safe.
 */
public final class PasswordHasher {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int TAG = 32;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

    private final SecureRandom random;
    private final String dummy;

    public PasswordHasher(SecureRandom random) {
        this.random = random;
        this.dummy = PREFIX + text(new byte[SALT]) + "$" + text(new byte[TAG]);
    }

    /** A hash with a fresh salt. */
    public String hash(char[] password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return PREFIX + text(salt) + "$" + text(tag(password, salt));
    }

    /** Whether the password belongs to the hash; takes the same time either way. */
    public boolean matches(char[] password, String hash) {
        var parts = hash.substring(PREFIX.length()).split("\\$", -1);
        if (!hash.startsWith(PREFIX) || parts.length != 2) {
            throw new IllegalArgumentException("Not a password hash of this form");
        }
        var expected = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(tag(password, Base64.getDecoder().decode(parts[0])), expected);
    }

    /** Takes as long as {@link #matches} and is never true: for users whom the bank does not know. */
    public boolean matchesNobody(char[] password) {
        matches(password, dummy);
        return false;
    }

    private static byte[] tag(char[] password, byte[] salt) {
        var utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        var bytes = Arrays.copyOf(utf8.array(), utf8.limit());
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(MEMORY_KIB)
                    .withIterations(PASSES)
                    .withParallelism(LANES)
                    .withSalt(salt)
                    .build());
            var tag = new byte[TAG];
            generator.generateBytes(bytes, tag);
            return tag;
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(utf8.array(), (byte) 0);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
