package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.host.PhoneListener;
import io.tetherkey.protocol.host.PhoneMonitor;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkReply.EnrolmentReply;
import io.tetherkey.protocol.message.LinkReply.SessionReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.TestBank;
import io.tetherkey.protocol.phone.TestEnrolments;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole phone behind a real socket, driven by the desktop's own client. */
@Timeout(240)
class PhoneServerIT {
    private static final ScreenTexts ENGLISH = new ScreenTexts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    private final TestBank bank = new TestBank();
    private final TestEnrolments enrolments = new TestEnrolments(bank);
    private final JoinedDisplay display = new JoinedDisplay();
    private final ExecutorService hand =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private volatile Optional<PhoneClient> plugged = Optional.empty();
    private final List<PhoneStatus> statuses = new CopyOnWriteArrayList<>();
    private Optional<PhoneServer> phone = Optional.empty();
    private Optional<PhoneMonitor> monitor = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        FileFlashMedium medium = new FileFlashMedium(folder.resolve("flash.bin"));
        bank.provision(medium);
        enrolments.pin(medium);
        TcpPhonePort port = TcpPhonePort.listen(0);
        PhoneServer server = new PhoneServer(port, medium, RandomSource.secure(), TestBank.CLOCK, display);
        server.start();
        phone = Optional.of(server);
        PhoneMonitor watching = new PhoneMonitor(List.of(PhoneAddress.tcp("127.0.0.1", port.port())));
        watching.start(new PhoneListener() {
            @Override
            public void plugged(PhoneClient client, PhoneAddress address) {
                plugged = Optional.of(client);
            }

            @Override
            public void unplugged(PhoneAddress address, TransportException why) {
                plugged = Optional.empty();
            }
        });
        monitor = Optional.of(watching);
    }

    @AfterEach
    void stop() {
        hand.shutdownNow();
        monitor.ifPresent(PhoneMonitor::close);
        phone.ifPresent(PhoneServer::close);
    }

    @Test
    void demoScriptPaysOverTcp() throws Exception {
        script(PhoneScript.demoText());

        LinkReply.Ended ended = pay();

        assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.settled).hasSize(1);
        assertThat(statuses).extracting(PhoneStatus::stage).contains(Stage.ENTER_PAYMENT_KEY, Stage.CONFIRM_PAYMENT);
        assertThat(client().records(0))
                .extracting(PhoneRecord::result)
                .containsExactly(SlotResult.ALLOWED, SlotResult.PAID);
    }

    @Test
    void paymentOutlivesAPulledCableAndAPowerCut() throws Exception {
        script("""
                once on "Payment key" do unplug, plug, type 000000
                on "Wrong payment key, 9 tries left" do type 135790
                once on "Pay 128.00 CNY" do power-cut
                on "Pay 128.00 CNY to Lotus Tea House" do press approve
                """);

        LinkReply.Ended ended = pay();

        assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.settled).hasSize(1);
        assertThat(client().records(0))
                .extracting(PhoneRecord::result)
                .containsExactly(SlotResult.FAILED, SlotResult.ALLOWED, SlotResult.PAID);
    }

    /** Without the phone's word the wait would last longer than the test may. */
    @Test
    void phoneTellsThatItWasLockedAndUnlocked() throws Exception {
        PhoneClient client = client();
        PhoneServer hand = phone.orElseThrow();
        hand.act(new UserAction.Lock());
        assertThat(client.awaitLockNews(Duration.ofMinutes(5))).isTrue();
        assertThat(client.info().locked()).isTrue();
        hand.act(new UserAction.Unlock());

        assertThat(client.awaitLockNews(Duration.ofMinutes(5))).isTrue();
        assertThat(client.info().locked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Opening a sealed session",
                "Payment key",
                "The bank is checking",
                "Pay 128.00 CNY to Lotus Tea House",
                "Waiting for the bank"
            })
    void cablePulledAtEachStepCostsNoSecondPromptAndNoSecondPayment(String screen) throws Exception {
        script("once on \"" + screen + "\" do unplug, plug"
                + (screen.startsWith("Pa") ? ", " + answerTo(screen) : "") + "\n"
                + "once on \"Payment key\" do type 135790\n"
                + "once on \"Pay 128.00 CNY\" do press approve\n");

        LinkReply.Ended ended = pay();

        assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.settled).hasSize(1);
        assertThat(client().records(0))
                .extracting(PhoneRecord::result)
                .containsExactly(SlotResult.ALLOWED, SlotResult.PAID);
    }

    private static String answerTo(String screen) {
        return screen.equals("Payment key") ? "type 135790" : "press approve";
    }

    @Test
    void connectionWithoutAGreetingDoesNotKeepTheComputerOut() throws Exception {
        TcpPhonePort port = TcpPhonePort.listen(0);
        try (PhoneServer other = new PhoneServer(
                        port,
                        new FileFlashMedium(folder.resolve("other.bin")),
                        RandomSource.secure(),
                        TestBank.CLOCK,
                        display);
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            other.start();
            silent.setSoTimeout(30_000);

            assertThat(silent.getInputStream().read()).as("the phone hangs up").isEqualTo(-1);
        }
    }

    @Test
    void bankIsDeletedEnrolledAgainAndRenewedByScript() throws Exception {
        script("""
                on "Delete this bank" do press approve
                once on "Activation code" do unplug, plug, type 482019375561
                on "Activation code" do type 482019375561
                on "Too easy to guess" do type 246802
                once on "Choose a payment key" do type 123456
                on "Choose a payment key" do type 246802
                once on "Repeat the payment key" do power-cut
                on "Repeat the payment key" do type 246802
                on "Renew the certificate" do press approve
                """);
        delete("slot-1");
        assertThat(client().slots()).isEmpty();

        LinkReply.Enrolled enrolled = enrol(EnrolmentPurpose.NEW);
        LinkReply.Enrolled renewed = enrol(EnrolmentPurpose.RENEWAL);

        assertThat(enrolled.slot().enabled()).isTrue();
        assertThat(renewed.slot()).isEqualTo(enrolled.slot());
        assertThat(client().slots()).containsExactly(renewed.slot());
        assertThat(enrolments.active).hasSize(2);

        // Where the script pulled the cable, it may have gone on before the computer was told the stage.
        assertThat(statuses).extracting(PhoneStatus::stage).contains(Stage.CONFIRM_DELETION, Stage.CONFIRM_RENEWAL);
        statuses.clear();
        delete(enrolled.slot().slotId());
        enrol(EnrolmentPurpose.NEW);
        assertThat(statuses)
                .extracting(PhoneStatus::stage)
                .contains(
                        Stage.CONFIRM_DELETION,
                        Stage.ENTER_ACTIVATION_CODE,
                        Stage.CHOOSE_PAYMENT_KEY,
                        Stage.REPEAT_PAYMENT_KEY);
    }

    private void delete(String slotId) throws Exception {
        patiently(phoneClient -> {
            phoneClient.deleteSlot(slotId, statuses::add);
            return "done";
        });
    }

    private LinkReply.Enrolled enrol(EnrolmentPurpose purpose) throws Exception {
        byte[] offer = enrolments.offer(purpose);
        byte[] directory = enrolments.directory(1);
        EnrolmentReply reply = patiently(phoneClient -> {
            byte[] key = phoneClient.info().credentialKey();
            var login = CredentialSeal.seal(key, offer, "alice", new char[0], RandomSource.secure());
            var begin = new LinkRequest.BeginEnrolment("harbour", directory, offer, login);
            return phoneClient.beginEnrolment(begin, statuses::add);
        });
        while (reply instanceof LinkReply.Forward forward) {
            byte[] next = enrolments.answer(forward.message());
            reply = patiently(phoneClient -> phoneClient.relayEnrolment(enrolments.sessionId(), next, statuses::add));
        }
        return (LinkReply.Enrolled) reply;
    }

    @Test
    void lockedPhoneRefusesAndUnlockedOneAnswers() throws Exception {
        PhoneServer server = phone.orElseThrow();
        server.act(new UserAction.Lock());
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(client().info().locked()).isTrue());

        assertThatThrownBy(() -> client().slots())
                .isInstanceOfSatisfying(
                        RefusedException.class, no -> assertThat(no.status()).isEqualTo(StatusCode.LOCKED));

        server.act(new UserAction.Unlock());
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(client().info().locked()).isFalse());
        trust();
        assertThat(client().slots()).hasSize(1);
    }

    @Test
    void addressFileIsThereWhileListeningOnly() throws Exception {
        Path file = folder.resolve("address");
        try (AddressFile address = AddressFile.write(file, "tcp://127.0.0.1:7337")) {
            assertThat(Files.readString(file).strip()).isEqualTo(address.text()).isEqualTo("tcp://127.0.0.1:7337");
        }
        assertThat(file).doesNotExist();
    }

    private void script(String text) throws ScriptException {
        ScriptRunner runner = new ScriptRunner(PhoneScript.parse(text), phone.orElseThrow(), hand, time -> {});
        display.join(new ScriptedDisplay(runner, ENGLISH, complaint -> {}));
    }

    private PhoneClient client() {
        await().atMost(LIMIT).until(() -> plugged.isPresent());
        return plugged.orElseThrow();
    }

    private void trust() throws Exception {
        client().trust(TestBank.COMPUTER, "Alice’s PC", statuses::add);
    }

    /** Carries a payment to its end, sending a request again whenever the cable was gone. */
    private LinkReply.Ended pay() throws Exception {
        byte[] offer = bank.offer(TestBank.order('a'));
        SessionReply reply = patiently(phoneClient -> phoneClient.open(opening(phoneClient, offer), statuses::add));
        while (reply instanceof LinkReply.Forward forward) {
            byte[] next = bank.answer(forward.message());
            reply = patiently(phoneClient -> phoneClient.relay(bank.sessionId(), next, statuses::add));
        }
        return (LinkReply.Ended) reply;
    }

    private interface Call<T> {
        T on(PhoneClient client) throws Exception;
    }

    private <T> T patiently(Call<T> call) throws Exception {
        while (true) {
            PhoneClient current = client();
            try {
                current.trust(TestBank.COMPUTER, "Alice’s PC", statuses::add);
                return call.on(current);
            } catch (TransportException pulled) {
                await().atMost(LIMIT)
                        .until(() -> plugged.filter(now -> now == current).isEmpty());
            }
        }
    }

    private static LinkRequest.OpenSession opening(PhoneClient client, byte[] offer) throws Exception {
        byte[] key = client.info().credentialKey();
        return new LinkRequest.OpenSession(
                "harbour",
                offer,
                "https://localhost",
                CredentialSeal.seal(key, offer, "alice", TestBank.PASSWORD.toCharArray(), RandomSource.secure()));
    }
}
