package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.ReceiptFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One whole payment without a person: bank, phone and desktop app as processes, an order as a browser places it, and
 * then an audit by this process itself. It says PAID only if shop, receipt and both balances agree.
 */
final class HeadlessDemo {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Pattern FAILED = Pattern.compile("FAILED (TK-[0-9]{3}) (.+)");

    private final DemoOptions options;
    private final ProfileFolder profile;
    private final DemoParts parts;
    private final Steps steps;
    private volatile String failure = "";

    HeadlessDemo(DemoOptions options, ProfileFolder profile, DemoParts parts, Steps steps) {
        this.options = options;
        this.profile = profile;
        this.parts = parts;
        this.steps = steps;
    }

    void run() throws CommandFailure, InterruptedException {
        DemoParts.BankAddress bank = parts.startBank();
        steps.done("bank", bank.api().toString());
        Directory directory = DirectoryFile.read(profile.path());
        BankEntry entry = directory
                .bank(options.bank())
                .orElseThrow(() -> new CommandFailure(
                        Fault.BANK_UNKNOWN, "The directory does not list the bank '" + options.bank() + "'."));
        String phone = parts.startPhone(true, List.of("--headless", "--script", script().toString()));
        steps.done("phone", phone);
        try (ShopClient shop = new ShopClient(bank.shop());
                BankBooks books = new BankBooks(bank.api(), entry.tlsRoot())) {
            pay(shop, new Audit(books, options, directory.merchantRoot()), phone);
        }
    }

    private void pay(ShopClient shop, Audit audit, String phone) throws CommandFailure, InterruptedException {
        audit.before();
        ShopClient.PlacedOrder order = shop.order(options.amount());
        steps.done("order", order.orderId() + " " + options.amount());
        audit.order(order);
        ChildProcess desktop = parts.startDesktop(true, desktopArguments(phone, order.link()), settings(), this::hear);
        requireDesktopEndsFirst(desktop);
        int exit = desktop.exitCode(LONGEST);
        if (exit != 0 || !failure.isEmpty()) {
            throw notPaid(desktop, audit);
        }
        ShopClient.Standing standing = awaitPaid(shop, order.orderId());
        steps.done("shop", standing.status());
        ReceiptFacts facts = receipt(order.orderId(), standing);
        steps.done("receipt", facts.receipt().receiptNumber());
        audit.requireMoved();
        steps.done("balances", "moved " + options.amount());
        steps.line("PAID order=" + order.orderId() + " bank=" + options.bank() + " amount=" + options.amount()
                + " receipt=" + facts.receipt().receiptNumber() + " verified");
    }

    /** Waits for the app; if another part ends before it, that is what the user must hear. */
    private void requireDesktopEndsFirst(ChildProcess desktop) throws CommandFailure, InterruptedException {
        try {
            ChildProcess first = parts.firstEnd().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            if (first != desktop) {
                throw first.endedByItself();
            }
        } catch (TimeoutException e) {
            throw new CommandFailure(
                    Fault.TIMED_OUT, "The payment was not over after " + LONGEST.toSeconds() + " s.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hear(String line) {
        Matcher failed = FAILED.matcher(line);
        if (failed.matches()) {
            failure = failed.group(1) + " " + failed.group(2);
        } else if (line.startsWith("STEP ")) {
            steps.line(line);
        }
    }

    private CommandFailure notPaid(ChildProcess desktop, Audit audit) throws CommandFailure, InterruptedException {
        String sentence = failure.isEmpty() ? desktop.endedByItself().getMessage() : failure;
        return CommandFailure.ofSentence(sentence + System.lineSeparator() + audit.whatHappened());
    }

    private ShopClient.Standing awaitPaid(ShopClient shop, String orderId) throws CommandFailure, InterruptedException {
        long end = System.nanoTime() + SETTLED.toNanos();
        ShopClient.Standing standing = shop.standing(orderId);
        while (!standing.status().equals("paid") && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS);
            standing = shop.standing(orderId);
        }
        if (!standing.status().equals("paid")) {
            throw new CommandFailure(
                    Fault.ORDER_MISMATCH,
                    "The app says paid, but the shop says " + standing.status() + " for the order " + orderId + ".");
        }
        return standing;
    }

    private ReceiptFacts receipt(String orderId, ShopClient.Standing standing) throws CommandFailure {
        Path file = profile.receipt(orderId);
        byte[] exported;
        try {
            exported = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure(Fault.RECEIPT_REFUSED, "The app has left no receipt in " + file + ".", e);
        }
        ReceiptFacts facts = VerifyReceiptCommand.verify(exported, profile.path());
        Money paid = facts.order().amount();
        boolean agrees = facts.receipt().verdict() == Verdict.PAID
                && facts.order().orderId().equals(orderId)
                && paid.equals(options.amount())
                && facts.receipt().bankId().equals(options.bank())
                && facts.receipt().receiptNumber().equals(standing.receipt());
        if (!agrees) {
            throw new CommandFailure(
                    Fault.ORDER_MISMATCH, "The receipt in " + file + " and the shop do not speak of one payment.");
        }
        return facts;
    }

    private Path script() throws CommandFailure {
        if (options.phoneScript().isPresent()) {
            return options.phoneScript().get();
        }
        try {
            return Files.writeString(profile.path().resolve("demo.script"), PhoneScript.demoText());
        } catch (IOException e) {
            throw new CommandFailure(Fault.PROFILE_UNUSABLE, "The profile folder cannot be written.", e);
        }
    }

    private static List<String> desktopArguments(String phone, String link) {
        return new ArrayList<>(List.of("--phone", phone, "--drive", link));
    }

    /** Settings go through the app's standard input: command lines can be read by other users. */
    private String settings() {
        StringBuilder lines = new StringBuilder()
                .append("bank=")
                .append(options.bank())
                .append('\n')
                .append("user=")
                .append(options.user())
                .append('\n')
                .append("password=")
                .append(options.password())
                .append('\n')
                .append("timeoutSeconds=")
                .append(WITHOUT_PROGRESS.toSeconds())
                .append('\n');
        options.shots()
                .ifPresent(folder -> lines.append("shots=").append(folder).append('\n'));
        return lines.toString();
    }
}
