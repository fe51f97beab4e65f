package io.tetherkey.desktop.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.desktop.support.TimelineEntry.Way;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.host.PhoneListener;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.LinkReply.Forward;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Names, sizes and times of every message, and nothing of what it says. */
class TimelineTest {

    private static final byte[] SECRET = "MARKER-sealed-contents-MARKER".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SESSION = {0x0A, 0x0B, 0x0C, 0x0D, 0x55, 0x66, 0x77, 0x78, 1, 2, 3, 4, 5, 6, 7, 8};

    private final Ticking clock = new Ticking();
    private final Timeline timeline = new Timeline(clock);

    /** Each look at it is ten milliseconds after the last. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-03-05T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            now = now.plusMillis(10);
            return now;
        }
    }

    @Test
    void bankCallIsTwoMessagesWithSizeTimeAndOutcome() throws Exception {
        var bank = new RecordedBank((entry, call) -> new BankReply.Answered(new byte[3072]), timeline);
        bank.call(Samples.HARBOUR, new BankCall.Deliver(SESSION, SECRET));
        assertThat(timeline.entries())
                .extracting(TimelineEntry::way, TimelineEntry::message, TimelineEntry::session, TimelineEntry::bytes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Way.TO_BANK, "Deliver", "0a0b0c0d", SECRET.length),
                        org.assertj.core.groups.Tuple.tuple(Way.FROM_BANK, "Answer", "0a0b0c0d", 3072));
        assertThat(timeline.entries().get(1).took()).contains(Duration.ofMillis(10));
        assertThat(timeline.entries().get(1).outcome()).isEqualTo("ok");
    }

    @Test
    void bankThatRefusesOrIsAwayIsNotedByItsCode() throws Exception {
        var refusing = new RecordedBank(
                (entry, call) -> new BankReply.Refused(Fault.WRONG_PASSWORD, OptionalInt.of(7)), timeline);
        refusing.call(Samples.HARBOUR, new BankCall.Begin(SECRET));
        var away = new RecordedBank((entry, call) -> new BankReply.Unreachable(Fault.BANK_UNREACHABLE), timeline);
        away.call(Samples.HARBOUR, new BankCall.AskStatus("MARKER"));
        assertThat(timeline.entries()).extracting(TimelineEntry::outcome).containsExactly("", "TK-401", "", "TK-601");
    }

    @Test
    void phoneCallIsNotedWithTheStepsInBetween() throws Exception {
        List<PhoneStatus> told = Collections.synchronizedList(new ArrayList<>());
        PhoneClient phone = plugged((name, arguments) -> {
            @SuppressWarnings("unchecked")
            var status = (Consumer<PhoneStatus>) arguments[2];
            status.accept(new PhoneStatus(WaitReason.WAIT_USER, Stage.ENTER_PAYMENT_KEY, 90, OptionalInt.of(9)));
            return new Forward(SESSION, SECRET);
        });
        phone.relay(SESSION, SECRET, told::add);
        assertThat(told).hasSize(1);
        assertThat(timeline.entries())
                .extracting(TimelineEntry::message, TimelineEntry::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("HELLO_OK", "ok"),
                        org.assertj.core.groups.Tuple.tuple("Relay", ""),
                        org.assertj.core.groups.Tuple.tuple("KEEPALIVE", "ENTER_PAYMENT_KEY"),
                        org.assertj.core.groups.Tuple.tuple("Forward", "ok"));
    }

    @Test
    void refusalOfThePhoneIsNotedAndThrownOn() throws Exception {
        PhoneClient phone = plugged((name, arguments) -> {
            throw new RefusedException(StatusCode.LOCKED, "MARKER");
        });
        assertThatThrownBy(phone::slots).isInstanceOf(RefusedException.class);
        assertThat(timeline.entries().getLast().outcome()).isEqualTo("LOCKED");
        assertThat(timeline.entries().getLast().message()).isEqualTo("Refusal");
    }

    @Test
    void cableThatGoesIsNotedAndThrownOn() throws Exception {
        PhoneClient phone = plugged((name, arguments) -> {
            throw new TransportException(TransportFault.UNPLUGGED, "MARKER");
        });
        assertThatThrownBy(phone::info).isInstanceOf(TransportException.class);
        assertThat(timeline.entries().getLast().outcome()).isEqualTo("UNPLUGGED");
    }

    @Test
    void nothingOfAContentIsKept() throws Exception {
        bankThatRefusesOrIsAwayIsNotedByItsCode();
        timeline.clear();
        phoneCallIsNotedWithTheStepsInBetween();
        refusalOfThePhoneIsNotedAndThrownOn();
        assertThat(timeline.entries().toString())
                .doesNotContain("MARKER")
                .doesNotContain("55667778")
                .doesNotContain("4d41524b4552");
    }

    @Test
    void onlyTheLastAreKeptAndNumbersGoOn() {
        for (int i = 0; i < Timeline.MOST + 20; i++) {
            timeline.noted("KEEPALIVE", "IDLE");
        }
        assertThat(timeline.entries()).hasSize(Timeline.MOST);
        assertThat(timeline.entries().getFirst().number()).isEqualTo(21);
        timeline.clear();
        timeline.noted("KEEPALIVE", "IDLE");
        assertThat(timeline.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.number()).isEqualTo(Timeline.MOST + 21));
    }

    /** What a phone answers. */
    @FunctionalInterface
    private interface Answering {
        Object answer(String name, Object[] arguments) throws Exception;
    }

    private PhoneClient plugged(Answering answering) throws Exception {
        var phone = (PhoneClient) Proxy.newProxyInstance(
                PhoneClient.class.getClassLoader(),
                new Class<?>[] {PhoneClient.class},
                (proxy, method, arguments) -> answering.answer(method.getName(), arguments));
        List<PhoneClient> seen = new ArrayList<>();
        new RecordedPhones(
                        new PhoneListener() {
                            @Override
                            public void plugged(PhoneClient client, PhoneAddress address) {
                                seen.add(client);
                            }

                            @Override
                            public void unplugged(PhoneAddress address, TransportException why) {}
                        },
                        timeline)
                .plugged(phone, PhoneAddress.parse("tcp://127.0.0.1:7337").orElseThrow());
        return seen.getFirst();
    }
}
