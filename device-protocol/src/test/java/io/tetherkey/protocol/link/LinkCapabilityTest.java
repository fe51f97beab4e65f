package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.LinkCapability.LOCK_NEWS;
import static io.tetherkey.protocol.link.LinkCapability.LONG_REST;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.FrameType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md, "Capabilities": what two ends do that both named one, and what happens if only one did. */
class LinkCapabilityTest {
    private static final byte[] UNLOCKED = {1, 0, 0, 0, (byte) 0xFF};

    private final FaultyWire toPhone = FaultyWire.sound();
    private final FaultyWire toHost = FaultyWire.sound();
    private final LinkSimulation link = new LinkSimulation(toPhone, toHost);

    private void open(LinkCapability... offered) {
        link.connected(offered);
        assertThat(link.runUntil(() -> link.host instanceof HostState.Ready, 1_000))
                .isTrue();
    }

    private int packets() {
        return toPhone.packets() + toHost.packets();
    }

    @Test
    void bitsAreThoseOfTheSpecification() {
        assertThat(LinkCapability.field()).isZero();
        assertThat(LinkCapability.field(LOCK_NEWS)).isEqualTo(0x1);
        assertThat(LinkCapability.field(LONG_REST)).isEqualTo(0x2);
        assertThat(LinkCapability.field(LOCK_NEWS, LONG_REST)).isEqualTo(0x3);
        assertThat(Arrays.stream(LinkCapability.values()).allMatch(one -> one.isIn(-1)))
                .isTrue();
    }

    @Nested
    class LongRest {
        @Test
        void linkAtRestIsSilentForTenSecondsAndStays() {
            open(LONG_REST);
            int before = packets();
            link.runFor(9_900);
            assertThat(packets()).isEqualTo(before);
            link.runFor(60_000);

            assertThat(packets() - before)
                    .as("a PING and a PONG each ten seconds, or two")
                    .isBetween(12, 28);
            assertThat(link.host).isInstanceOf(HostState.Ready.class);
            assertThat(link.phoneLosses).isEmpty();
        }

        @Test
        void computerThatDidNotNameItIsAskedAsEver() {
            open(LOCK_NEWS);
            int before = packets();
            link.runFor(2_500);

            assertThat(packets()).isGreaterThan(before);
        }

        @Test
        void requestAfterALongRestIsNotTakenForSilence() {
            open(LONG_REST);
            link.runFor(9_500);
            link.requesting(List.of(new byte[] {7}));

            assertThat(link.runUntil(() -> link.replies.size() == 1, 2_000)).isTrue();
            assertThat(link.hostLosses).isEmpty();
        }

        @Test
        void workIsWatchedAsCloselyAsEver() {
            open(LONG_REST);
            link.answering(request -> request, 60_000).requesting(List.of(new byte[] {7}));
            assertThat(link.runUntil(() -> link.host instanceof HostState.Waiting, 1_000))
                    .isTrue();
            link.phone(new PhoneEvent.Unplugged(link.now));

            link.runFor(4_900);
            assertThat(link.hostLosses).isEmpty();
            link.runFor(200);
            assertThat(link.hostLosses).containsExactly(LinkLoss.SILENT);
        }

        @Test
        void endThatIsGoneWithoutAWordIsMissedAfterThirteenSeconds() {
            open(LONG_REST);
            link.phone(new PhoneEvent.Unplugged(link.now));

            link.runFor(12_900);
            assertThat(link.hostLosses).isEmpty();
            link.runFor(200);
            assertThat(link.hostLosses).containsExactly(LinkLoss.SILENT);
        }

        @Test
        void ownerMaySleepUntilThePing() {
            open(LONG_REST);
            assertThat(HostQuiet.millis(link.host, link.now)).isGreaterThan(9_900);
            for (long later = 0; later < HostQuiet.millis(link.host, link.now); later += 10) {
                HostStep step = HostLink.next(link.host, new HostEvent.Tick(link.now + later));
                assertThat(step.effects()).as("after %d ms", later).isEmpty();
                assertThat(step.state()).isEqualTo(link.host);
            }
        }
    }

    @Nested
    class LockNews {
        @Test
        void phoneAtRestTellsAtOnce() {
            open(LOCK_NEWS);
            link.phone(new PhoneEvent.News(UNLOCKED, link.now));
            link.runFor(50);

            assertThat(link.news).usingElementComparator(Arrays::compare).containsExactly(UNLOCKED);
            assertThat(link.statuses).isEmpty();
        }

        @Test
        void computerThatDidNotNameItIsToldNothing() {
            open(LONG_REST);
            int before = packets();
            link.phone(new PhoneEvent.News(UNLOCKED, link.now));
            link.runFor(50);

            assertThat(packets()).isEqualTo(before);
        }

        /** The KEEPALIVE of the request says it. */
        @Test
        void phoneAtWorkTellsNothingBesides() {
            open(LOCK_NEWS);
            link.answering(request -> request, 600).requesting(List.of(new byte[] {7}));
            assertThat(link.runUntil(() -> link.phone instanceof PhoneState.Working, 1_000))
                    .isTrue();
            link.phone(new PhoneEvent.News(UNLOCKED, link.now));

            assertThat(link.runUntil(() -> link.replies.size() == 1, 2_000)).isTrue();
            assertThat(link.news).isEmpty();
        }

        /** Message id 0 is no request's, so a computer of before disregards it as a KEEPALIVE of another request. */
        @Test
        void newsOnALinkWithoutItChangesNothing() {
            open();
            LinkChannel channel = ((HostState.Ready) link.host).channel();
            HostState before = link.host;
            toHost.send(channel.frame(FrameType.KEEPALIVE, 0, UNLOCKED));
            link.runFor(50);

            assertThat(link.news).isEmpty();
            assertThat(link.host).isInstanceOf(before.getClass());
        }
    }
}
