package io.tetherkey.cli;

import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import io.tetherkey.protocol.trust.BankEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Bank and phone as real processes on one profile, for tests that pay, watch and kill. */
final class DemoHouse implements AutoCloseable {
    static final Duration PAYMENT = Duration.ofSeconds(60);

    final Path profile;
    final DemoParts parts;
    private ChildProcess phoneProcess;
    private String phone;
    private DemoParts.BankAddress bank;
    private ShopClient shop;

    DemoHouse(Path profile) throws Exception {
        this(profile, PhoneScript.demoText());
    }

    DemoHouse(Path profile, String phoneScript) throws Exception {
        this.profile = profile;
        this.parts = new DemoParts(Program.current(), new ProfileFolder(profile, false));
        try {
            this.bank = parts.startBank();
            this.shop = new ShopClient(bank.shop());
            this.phone = parts.startPhone(true, List.of("--headless", "--script", script(phoneScript)));
            this.phoneProcess = parts.child(Part.PHONE);
        } catch (CommandFailure failure) {
            parts.close();
            throw failure;
        }
    }

    private String script(String text) throws IOException {
        return Files.writeString(profile.resolve("test.script"), text).toString();
    }

    /** The phone's address while it is on a cable. */
    String phone() {
        return phone;
    }

    /** Ends the phone as a power failure would, so that it is off its cable. */
    void killPhone() throws InterruptedException {
        phoneProcess.kill();
    }

    /** Starts the phone, which was killed, on a cable of its own. */
    void startPhone(String script) throws CommandFailure, IOException, InterruptedException {
        phone = parts.startPhone(true, List.of("--headless", "--script", script(script)));
        phoneProcess = parts.child(Part.PHONE);
    }

    /** Has the phone, which must be off its cable, pay by itself at a bank as the demo customer. */
    ChildProcess pay(String bankId, String link, String script, String password, Consumer<String> lines)
            throws CommandFailure, IOException {
        List<String> words = List.of(
                "pay",
                "--profile",
                profile.toString(),
                "--order",
                link,
                "--bank",
                bankId,
                "--user",
                "alice",
                "--headless",
                "--script",
                script(script));
        ChildProcess child = ChildProcess.start(
                Part.PHONE,
                Program.current().commandLine(Part.PHONE, true, words),
                Files.createDirectories(profile.resolve("logs")).resolve("pay.log"),
                password + "\n",
                lines);
        parts.atClose(child::close);
        return child;
    }

    ShopClient shop() {
        return shop;
    }

    DemoParts.BankAddress bank() {
        return bank;
    }

    BankEntry entry() throws CommandFailure {
        return DirectoryFile.read(profile).bank("harbour").orElseThrow();
    }

    /** What alice's account holds, in minor units. */
    long balance() throws CommandFailure, InterruptedException {
        try (BankBooks books = new BankBooks(bank.api(), entry().tlsRoot())) {
            return books.balances().stream()
                    .filter(balance -> balance.user().equals("alice"))
                    .mapToLong(BankBooks.Balance::minorUnits)
                    .sum();
        }
    }

    ShopClient.PlacedOrder order(String amount) throws CommandFailure, InterruptedException {
        return shop.order(Money.parse(amount, "CNY"));
    }

    /** Starts the app and lets it pay an order as the demo customer. */
    ChildProcess drive(String phoneAddress, String link, Consumer<String> lines) throws CommandFailure {
        return drive(List.of("--phone", phoneAddress, "--drive", link), lines);
    }

    /** The same with the phone that the profile names, wherever that listens at the time. */
    ChildProcess drive(String link, Consumer<String> lines) throws CommandFailure {
        return drive(List.of("--drive", link), lines);
    }

    private ChildProcess drive(List<String> words, Consumer<String> lines) throws CommandFailure {
        String settings = "bank=harbour\nuser=alice\npassword=harbour-demo\ntimeoutSeconds=40\n";
        return parts.startDesktop(true, words, settings, lines);
    }

    /** Kills the bank as a power failure would and starts it again on the same profile. */
    void killAndRestartBank() throws CommandFailure, InterruptedException {
        parts.child(Part.BANK).kill();
        shop.close();
        bank = parts.startBank();
        shop = new ShopClient(bank.shop());
    }

    @Override
    public void close() throws IOException {
        shop.close();
        parts.close();
    }
}
