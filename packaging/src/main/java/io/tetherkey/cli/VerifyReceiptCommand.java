package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.trust.ReceiptFacts;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import io.tetherkey.protocol.trust.TrustException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an exported receipt without any server (DESIGN §9). Exit code 0 only if all of it holds. */
@Command(
        name = "verify-receipt",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = "Checks an exported receipt offline.")
public final class VerifyReceiptCommand implements Callable<Integer> {
    /** A receipt holds three signed items and two roots; a file beyond this is none. */
    private static final long MOST = 256 * 1024;

    private static final HexFormat FINGERPRINT = HexFormat.ofDelimiter(":").withUpperCase();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The exported receipt, ORDER.tkreceipt.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            description = "Check against the directory of banks in this profile folder.")
    private @Nullable Path profile;

    @Override
    public Integer call() throws CommandFailure {
        print(verify(read(file), profile), spec.commandLine().getOut());
        return 0;
    }

    private static byte[] read(Path file) throws CommandFailure {
        try {
            if (Files.size(file) > MOST) {
                throw new CommandFailure(Fault.RECEIPT_REFUSED, file + " is too large to be an exported receipt.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure(Fault.OPTION_INVALID, "The file " + file + " cannot be read.", e);
        }
    }

    static ReceiptFacts verify(byte[] file, @Nullable Path profile) throws CommandFailure {
        try {
            return profile == null
                    ? ReceiptVerifier.verifyAlone(file)
                    : ReceiptVerifier.verify(file, DirectoryFile.read(profile));
        } catch (TrustException e) {
            throw new CommandFailure(e.fault(), e.fault().sentence(Locale.ENGLISH), e);
        }
    }

    private static void print(ReceiptFacts facts, PrintWriter out) {
        Order order = facts.order();
        ReceiptContents receipt = facts.receipt();
        out.println("OK order     signed by the merchant " + order.merchantId());
        out.println("OK evidence  signed by the chip, over this order as the phone displayed it");
        out.println("OK receipt   signed by the bank " + receipt.bankId() + ", over this order and this evidence");
        out.println("OK chains    valid on " + receipt.time());
        switch (facts.anchor()) {
            case DIRECTORY -> out.println("OK roots     those of the directory of banks");
            case FILE -> out.println("?? roots     the file's own: compare the bank's fingerprint, or give --profile");
        }
        out.println("   bank root SHA-256 " + FINGERPRINT.formatHex(facts.bankRootHash()));
        out.println("VERIFIED " + receipt.verdict().name().toLowerCase(Locale.ROOT) + " order=" + order.orderId()
                + " bank=" + receipt.bankId() + " payee=\"" + order.payee() + "\" amount=" + order.amount()
                + " path=" + facts.path().name().toLowerCase(Locale.ROOT)
                + " receipt=" + receipt.receiptNumber() + " time=" + receipt.time());
        out.flush();
    }
}
