package io.tetherkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.server.BankApplication;
import io.tetherkey.bank.server.DemoProfile;
import io.tetherkey.bank.server.ServerPorts;
import io.tetherkey.protocol.conformance.ConformanceScript;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.virtual.CableState;
import io.tetherkey.protocol.phone.virtual.PhoneDisplay;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import io.tetherkey.protocol.phone.virtual.PhoneServer;
import io.tetherkey.protocol.phone.virtual.ScriptRunner;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The kit as a phone maker starts it, against the demo's phone with the demo's bank keys. */
@Timeout(300)
class ConformanceCommandIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path profile;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Hand hand = new Hand();
    private Optional<PhoneServer> phone = Optional.empty();
    private String address = "";

    @BeforeEach
    void start() throws Exception {
        publishDirectory();
        TcpPhonePort port = TcpPhonePort.listen(0);
        PhoneServer server = new PhoneServer(
                port,
                new FileFlashMedium(profile.resolve("phone").resolve("flash.bin")),
                RandomSource.secure(),
                Clock.systemUTC(),
                hand);
        phone = Optional.of(server);
        hand.join(server);
        server.start();
        address = "tcp://127.0.0.1:" + port.port();
    }

    /** The bank writes it when it starts; the kit enrols by it. */
    private void publishDirectory() throws Exception {
        DemoProfile demo = DemoProfile.open(profile, Clock.systemUTC(), new SecureRandom());
        BankApplication.start(demo, ServerPorts.ANY, Clock.systemUTC(), new SecureRandom())
                .close();
    }

    @AfterEach
    void stop() {
        phone.ifPresent(PhoneServer::close);
        hand.executor.shutdownNow();
    }

    @Test
    void demoPhoneConformsWithTheDemosBankKeys() {
        assertThat(run("--phone", address, "--profile", profile.toString(), "--group", "SESS,SLOT"))
                .as(() -> out + "\n" + err)
                .isZero();
        assertThat(out.toString())
                .contains("== SESS: sealed sessions", ">> On the phone: ", "PASS     SLOT-F-07  ")
                .containsPattern("CONFORMS  [0-9]{3} passed, 0 failed, 0 not run\\R");
    }

    @Test
    void withoutAProfileTheSessionsAreNotRunAndTheExitCodeSaysSo() {
        assertThat(run("--phone", address, "--group", "ENC,SESS", "--json")).isEqualTo(1);
        assertThat(out.toString())
                .hasLineCount(1)
                .startsWith(
                        "{\"schema\":1,\"phone\":\"" + address + "\",\"model\":\"TetherKey phone\",\"conforms\":false,")
                .contains(
                        "\"failed\":0,",
                        "\"outcome\":\"notRun\",\"reason\":\"no bank key; name a profile with --profile\"");
        assertThat(err.toString()).matches("TK-705 [0-9]+ of [0-9]+ cases could not be run\\.\\R");
    }

    @Test
    void limitedRunNeedsNoProfile() {
        assertThat(run("--phone", address, "--group", "enc", "--json")).isZero();
        assertThat(out.toString()).contains("\"conforms\":true", "\"notRun\":0");
    }

    @Test
    void phoneThatIsNotThereIsToldInOneSentence() {
        stop();
        assertThat(run("--phone", address)).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("TK-101 No phone can be reached at this address.")
                .hasLineCount(1);
    }

    private int run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "conformance";
        System.arraycopy(words, 0, all, 1, words.length);
        return TetherKey.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    /** The script that the command itself prints. */
    private static final class Hand implements PhoneDisplay {
        private static final ScreenTexts ENGLISH = new ScreenTexts(Locale.ENGLISH, ZoneOffset.UTC);

        private final ExecutorService executor =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        private Optional<ScriptRunner> runner = Optional.empty();

        synchronized void join(PhoneServer server) throws Exception {
            runner = Optional.of(new ScriptRunner(
                    PhoneScript.parse(ConformanceScript.text()),
                    server,
                    executor,
                    time -> LockSupport.parkNanos(time.toNanos())));
        }

        @Override
        public synchronized void show(Screen screen) {
            runner.ifPresent(each -> each.screenShown(screen.text(ENGLISH)));
        }

        @Override
        public void cable(CableState state) {}

        @Override
        public void winked() {}
    }
}
