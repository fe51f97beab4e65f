package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.ReceiptFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One whole payment, or one login, without a person: bank, phone and desktop app as processes, an order as a browser
 * places it, and then an audit by this process itself. It says PAID only if shop, receipt and both balances agree.
 */
final class HeadlessDemo {
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final DemoOptions options;
    private final ProfileFolder profile;
    private final DemoParts parts;
    private final Steps steps;
    private final DrivenApp app;

    HeadlessDemo(DemoOptions options, ProfileFolder profile, DemoParts parts, Steps steps) {
        this.options = options;
        this.profile = profile;
        this.parts = parts;
        this.steps = steps;
        this.app = new DrivenApp(options, profile, parts, steps);
    }

    void run() throws CommandFailure, InterruptedException {
        DemoParts.BankAddress bank = parts.startBank();
        steps.done("bank", bank.api().toString());
        Directory directory = DirectoryFile.read(profile.path());
        BankEntry entry = directory
                .bank(options.bank())
                .orElseThrow(() -> new CommandFailure(
                        Fault.BANK_UNKNOWN, "The directory does not list the bank '" + options.bank() + "'."));
        String phone = app.startPhone();
        try (ShopClient shop = new ShopClient(bank.shop());
                BankBooks books = new BankBooks(bank.api(), entry.tlsRoot())) {
            Audit audit = new Audit(books, options, directory.merchantRoot());
            switch (options.purpose()) {
                case PAYMENT -> pay(shop, audit, phone);
                case LOGIN -> new HeadlessLogin(options, app, steps).run(entry, audit, phone);
            }
        }
    }

    private void pay(ShopClient shop, Audit audit, String phone) throws CommandFailure, InterruptedException {
        audit.before();
        ShopClient.PlacedOrder order = shop.order(options.amount());
        steps.done("order", order.orderId() + " " + options.amount());
        audit.order(order);
        Optional<String> complaint = app.open(phone, order.link());
        if (complaint.isPresent()) {
            throw audit.failure(complaint.get());
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
}
