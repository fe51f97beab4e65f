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
    final String phone;
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
            Path script = Files.writeString(profile.resolve("test.script"), phoneScript);
            this.phone = parts.startPhone(true, List.of("--headless", "--script", script.toString()));
        } catch (CommandFailure failure) {
            parts.close();
            throw failure;
        }
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
        String settings = "bank=harbour\nuser=alice\npassword=harbour-demo\ntimeoutSeconds=40\n";
        return parts.startDesktop(true, List.of("--phone", phoneAddress, "--drive", link), settings, lines);
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
