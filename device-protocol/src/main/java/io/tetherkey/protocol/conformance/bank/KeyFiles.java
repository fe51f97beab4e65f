package io.tetherkey.protocol.conformance.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys in a profile's {@code bank/*.pem}: a PKCS #8 key each and its chain from the leaf to the root (RFC 7468). */
final class KeyFiles {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);
    private static final int MOST_FILE = 256 * 1024;

    private KeyFiles() {}

    /** @param chain the leaf first, the root last; DER each */
    record KeyWithChain(byte[] pkcs8, List<byte[]> chain) {
        @Override
        public String toString() {
            return "KeyWithChain[secret]";
        }
    }

    /**
     * What is made of each key that can be used; the key is zeroed after that.
     *
     * @throws IOException if the profile has no readable {@code bank} folder
     */
    static <T> List<T> read(Path profile, Function<KeyWithChain, Optional<T>> use) throws IOException {
        List<T> made = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(profile.resolve("bank"), "*.pem")) {
            for (Path file : files) {
                if (Files.size(file) <= MOST_FILE) {
                    parse(Files.readString(file, StandardCharsets.US_ASCII), use)
                            .ifPresent(made::add);
                }
            }
        }
        return made;
    }

    /** Empty too if the text holds no key, or no certificate below a root. */
    private static <T> Optional<T> parse(String pem, Function<KeyWithChain, Optional<T>> use) {
        List<byte[]> chain = new ArrayList<>();
        byte[] pkcs8 = {};
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            byte[] der = Base64.getMimeDecoder().decode(blocks.group(2));
            if (blocks.group(1).equals("PRIVATE KEY")) {
                pkcs8 = der;
            } else if (blocks.group(1).equals("CERTIFICATE")) {
                chain.add(der);
            }
        }
        try {
            return pkcs8.length == 0 || chain.size() < 2 ? Optional.empty() : use.apply(new KeyWithChain(pkcs8, chain));
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }
}
