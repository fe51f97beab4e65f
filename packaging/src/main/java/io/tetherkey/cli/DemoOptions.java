package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo was asked to do, checked before anything starts.
 *
 * @param profile the profile folder; empty for a temporary one
 * @param shots where pictures of the window go; empty for none
 * @param phoneScript what the phone's user does; empty for the demo customer, who pays
 * @param purpose what a demo without a person does
 * @param freshPhone whether the phone starts without any bank
 */
record DemoOptions(
        String bank,
        Money amount,
        String user,
        String password,
        Optional<Path> profile,
        Optional<Path> shots,
        Optional<Path> phoneScript,
        Purpose purpose,
        boolean freshPhone) {

    /** What the phone is used for. */
    enum Purpose {
        PAYMENT,
        LOGIN
    }

    private static final String CURRENCY = "CNY";
    private static final long MOST = 10_000_000;

    @Override
    public String toString() {
        return "DemoOptions[bank=" + bank + "]";
    }

    /** Reads an amount as the demo's shop takes it: 0.01 to 100000.00. */
    static Money amount(String text) throws CommandFailure {
        try {
            Money amount = Money.parse(text, CURRENCY);
            if (amount.minorUnits() >= 1 && amount.minorUnits() <= MOST) {
                return amount;
            }
        } catch (IllegalArgumentException e) {
            throw badAmount(text, e);
        }
        throw badAmount(text, new IllegalArgumentException("outside the limits"));
    }

    private static CommandFailure badAmount(String text, Throwable cause) {
        return new CommandFailure(
                Fault.OPTION_INVALID,
                "--amount takes yuan from 0.01 to 100000.00 such as 128.00, not '" + text + "'.",
                cause);
    }

    /** Refuses a folder that cannot be one. */
    static Path folder(String option, Path path) throws CommandFailure {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !(Files.isDirectory(absolute) && Files.isWritable(absolute))) {
            throw new CommandFailure(
                    Fault.OPTION_INVALID,
                    option + " takes a folder that can be written, and " + absolute + " is none.");
        }
        return absolute;
    }

    /** Refuses a file that cannot be read. */
    static Path file(String option, Path path) throws CommandFailure {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isReadable(absolute) || Files.isDirectory(absolute)) {
            throw new CommandFailure(
                    Fault.OPTION_INVALID, option + " names a file that cannot be read: " + absolute + ".");
        }
        return absolute;
    }
}
