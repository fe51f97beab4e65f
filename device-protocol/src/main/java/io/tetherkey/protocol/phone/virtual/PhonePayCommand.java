package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.bank.http.HttpBankClient;
import io.tetherkey.protocol.bank.http.ListedBanks;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.network.Ending;
import io.tetherkey.protocol.phone.network.WirelessPayment;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.window.PhoneSetting;
import io.tetherkey.protocol.phone.virtual.window.PhoneWindow;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.startlink.LinkCheck;
import io.tetherkey.protocol.startlink.PayLink;
import io.tetherkey.protocol.startlink.StartLinkParser;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.TrustException;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The virtual phone pays an order by itself, over its own network; with a window or with a script. */
@Command(
        name = "pay",
        mixinStandardHelpOptions = true,
        description = {
            "Pays an order over the phone's own network, without a computer in between, or goes on with what is begun.",
            "The password is asked on the terminal; a script sets TETHERKEY_PASSWORD or writes it to standard input."
        })
public final class PhonePayCommand implements Callable<Integer> {
    private static final int BANK_TRIES = 20;
    private static final Duration BANK_PAUSE = Duration.ofSeconds(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--order",
            paramLabel = "LINK",
            required = true,
            description = "The shop's link, tetherkey://pay?order=...")
    private String link = "";

    @Option(names = "--bank", paramLabel = "ID", required = true, description = "The bank that pays, such as harbour.")
    private String bankId = "";

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Profile folder with the phone's flash and the directory of banks. Default: the current one.")
    private Path profile = Path.of(".");

    @Option(names = "--user", paramLabel = "NAME", description = "User name at the bank; asked if not given.")
    private @Nullable String userName;

    @Option(names = "--headless", description = "No window; the phone does what its script says.")
    private boolean headless;

    @Option(names = "--script", paramLabel = "FILE", description = "What the phone does by itself, one rule a line.")
    private @Nullable Path scriptFile;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "Language of the phone, en or zh. Default: ${DEFAULT-VALUE}.")
    private String language = "en";

    /** @throws PhoneFailure with a coded sentence if the order is not paid in the end */
    @Override
    public Integer call() throws PhoneFailure, InterruptedException {
        try {
            PhoneCommand.requireDisplay(headless);
            pay(scriptFile == null ? Optional.empty() : Optional.of(PhoneScript.read(scriptFile)));
            return CommandLine.ExitCode.OK;
        } catch (ScriptException e) {
            throw new PhoneFailure(Fault.SCRIPT_INVALID, scriptFile + ", " + e.finding(), e);
        } catch (FlashException e) {
            throw new PhoneFailure(Fault.STORE_DAMAGED, flashFile().toString(), e);
        } catch (IOException e) {
            throw new PhoneFailure(Fault.PROFILE_UNUSABLE, profile.toString(), e);
        }
    }

    private void pay(Optional<PhoneScript> script) throws IOException, PhoneFailure, InterruptedException {
        StepLines steps = new StepLines(commandLine().getOut());
        ProfileDirectory directory = new ProfileDirectory(profile, Clock.systemUTC());
        VerifiedOrder order = order(directory.read());
        BankEntry bank = bank(directory.read(), order);
        steps.reached("order", order.order().amount() + " to " + order.order().payee());
        JoinedDisplay display = new JoinedDisplay();
        try (FlashLock lock = FlashLock.take(flashFile());
                ExecutorService hand = Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name("phone-hand").factory());
                HttpBankClient http = new HttpBankClient();
                WirelessPhone phone = new WirelessPhone(
                        new FileFlashMedium(flashFile()), RandomSource.secure(), Clock.systemUTC(), display)) {
            display.join(new TellingDisplay(steps, texts()));
            script.ifPresent(rules -> display.join(
                    new ScriptedDisplay(new ScriptRunner(rules, phone, hand, Thread::sleep), texts(), this::warn)));
            if (!headless) {
                display.join(PhoneWindow.open(
                        phone,
                        new PhoneSetting(texts(), CableRoad.OWN_NETWORK, PhoneColours.of(profile)),
                        Thread.currentThread()::interrupt));
            }
            phone.start();
            var banks = new PatientBank(
                    new ListedBanks(http, directory::lookUp, moved -> {}), BANK_TRIES, BANK_PAUSE, Thread::sleep);
            var login = PayLogin.ofThisProcess(userName, RandomSource.secure());
            Ending ending = new WirelessPayment(phone, banks, login, steps, order, bank).pay();
            end(ending, order, bank, directory.read(), steps);
            hand.shutdownNow();
        }
    }

    private VerifiedOrder order(Directory directory) throws PhoneFailure {
        if (!(StartLinkParser.parse(link) instanceof LinkCheck.Accepted(PayLink(byte[] unverified)))) {
            throw new PhoneFailure(Fault.LINK_REFUSED, "--order");
        }
        var verifier = new OrderVerifier(directory.merchantRoot());
        Clock clock = Clock.systemUTC();
        try {
            return verifier.verify(unverified, clock.instant());
        } catch (TrustException e) {
            if (e.fault() == Fault.ORDER_EXPIRED) {
                return ofItsTime(verifier, unverified);
            }
            throw new PhoneFailure(e.fault(), e);
        }
    }

    /** An order whose time is over cannot be begun, but a payment of it that was signed in time may have to be ended. */
    private static VerifiedOrder ofItsTime(OrderVerifier verifier, byte[] unverified) throws PhoneFailure {
        try {
            Order claimed = Order.decode(CoseSign1.parse(unverified).payload());
            return verifier.verify(unverified, claimed.issuedAt());
        } catch (TrustException e) {
            throw new PhoneFailure(e.fault(), e);
        } catch (SealException | ProtocolException e) {
            throw new PhoneFailure(Fault.ORDER_UNTRUSTED, e);
        }
    }

    private BankEntry bank(Directory directory, VerifiedOrder order) throws PhoneFailure {
        BankEntry bank =
                directory.bank(bankId).orElseThrow(() -> new PhoneFailure(Fault.BANK_UNKNOWN, "--bank " + bankId));
        if (!order.order().accepts(bankId)) {
            throw new PhoneFailure(Fault.BANK_NOT_ACCEPTED, bankId);
        }
        return bank;
    }

    private void end(Ending ending, VerifiedOrder order, BankEntry bank, Directory directory, StepLines steps)
            throws PhoneFailure, IOException {
        switch (ending) {
            case Ending.Proven(SessionOutcome outcome) -> {
                switch (outcome.result()) {
                    case PAID -> {
                        PaidReceipt receipt = PaidReceipt.of(order, bank, outcome, directory);
                        steps.reached(
                                "receipt",
                                receipt.write(profile.resolve("receipts")).toString());
                        steps.line(receipt.line());
                    }
                    case DECLINED -> throw new PhoneFailure(Fault.DECLINED_ON_PHONE);
                    case VOID -> throw new PhoneFailure(Fault.PAYMENT_KEY_VOIDED);
                    case FAILED -> throw new PhoneFailure(Fault.WRONG_PAYMENT_KEY);
                    case NONE, ALLOWED, PAYMENT_FAILED -> throw new PhoneFailure(Fault.PAYMENT_FAILED);
                }
            }
            case Ending.Told told ->
                throw new PhoneFailure(
                        Fault.ORDER_CLOSED,
                        told.word().status().code() + " at the bank, the proof is not on this phone, receipt "
                                + told.word().receiptNumber());
            case Ending.Stopped(Fault fault, OptionalInt left) ->
                throw left.isPresent()
                        ? new PhoneFailure(fault, left.getAsInt() + " tries left")
                        : new PhoneFailure(fault);
        }
    }

    private Path flashFile() {
        return profile.resolve("phone").resolve("flash.bin");
    }

    private ScreenTexts texts() {
        return new ScreenTexts(Locale.forLanguageTag(language), ZoneId.systemDefault());
    }

    private void warn(String line) {
        commandLine().getErr().println(line);
        commandLine().getErr().flush();
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("the command runs under picocli only");
        }
        return spec.commandLine();
    }
}
