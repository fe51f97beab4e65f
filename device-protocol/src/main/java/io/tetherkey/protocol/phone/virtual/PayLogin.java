package io.tetherkey.protocol.phone.virtual;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.protocol.message.SealedCredentials;
import io.tetherkey.protocol.phone.network.LoginSource;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * User name and password of {@code phone pay}. The password is taken from the environment if it is there, else asked on
 * the terminal without echo, else it is the first line of standard input; never an argument, which others can read.
 *
 * @param userName as the option gave it, if it did
 * @param terminal empty where a script runs
 */
record PayLogin(
        Optional<String> userName,
        Map<String, String> environment,
        Optional<Console> terminal,
        InputStream input,
        RandomSource random)
        implements LoginSource {
    /** The variable that a script may set. */
    static final String VARIABLE = "TETHERKEY_PASSWORD";

    private static final int MOST_BYTES = 128;

    /** The login of the person or script that started this process. */
    static PayLogin ofThisProcess(@Nullable String userName, RandomSource random) {
        Console console = System.console();
        return new PayLogin(
                Optional.ofNullable(userName),
                System.getenv(),
                Optional.ofNullable(console).filter(Console::isTerminal),
                System.in,
                random);
    }

    @Override
    public SealedCredentials login(byte[] linkKey, byte[] offer) throws IOException, SealException {
        String name = name();
        char[] password = password(name);
        try {
            return CredentialSeal.seal(linkKey, offer, name, password, random);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private String name() throws IOException {
        if (userName.isPresent()) {
            return userName.get();
        }
        return terminal.map(console -> console.readLine("User name at the bank: "))
                .orElseThrow(() -> new IOException("there is no terminal to ask for the user name; add --user"));
    }

    /** A fresh array; the caller zeroes it. */
    char[] password(String name) throws IOException {
        String variable = environment.get(VARIABLE);
        if (variable != null) {
            return variable.toCharArray();
        }
        if (terminal.isPresent()) {
            return Optional.ofNullable(terminal.get().readPassword("Password of %s at the bank: ", name))
                    .orElseThrow(() -> new IOException("no password was given"));
        }
        return line();
    }

    private char[] line() throws IOException {
        byte[] bytes = new byte[MOST_BYTES + 1];
        int length = 0;
        try {
            int next = input.read();
            while (next >= 0 && next != '\n') {
                if (length > MOST_BYTES) {
                    throw new IOException("the password is longer than " + MOST_BYTES + " bytes");
                }
                bytes[length++] = (byte) next;
                next = input.read();
            }
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
            if (length == 0) {
                throw new IOException("no password was given: set " + VARIABLE + " or write it to standard input");
            }
            CharBuffer characters = UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
            char[] password = new char[characters.remaining()];
            characters.get(password);
            Arrays.fill(characters.array(), '\0');
            return password;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
