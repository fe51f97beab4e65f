package io.tetherkey.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.FaultyWire.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The real PC's end against the real phone's end, with every packet in each direction lost, doubled and damaged. */
class LinkFaultsTest {
    private static final List<byte[]> REQUESTS =
            List.of(random(1, 40), random(2, 10_000), new byte[0], random(4, 4_096), random(5, 65_536));
    private static final List<byte[]> REPLIES =
            REQUESTS.stream().map(LinkFaultsTest::answer).toList();

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Another length and other bytes than the request: empty to one, long to short, short to long. */
    private static byte[] answer(byte[] request) {
        byte[] reply = Arrays.copyOf(request, Math.abs(request.length - 5_000));
        Arrays.fill(reply, 0, Math.min(reply.length, 100), (byte) request.length);
        return reply;
    }

    private static LinkSimulation simulation(FaultyWire toPhone, FaultyWire toHost, List<byte[]> requests) {
        return new LinkSimulation(toPhone, toHost)
                .answering(LinkFaultsTest::answer, 600)
                .connected()
                .requesting(requests);
    }

    private static void assertAllExactlyOnce(LinkSimulation simulation) {
        simulation.runUntil(() -> simulation.replies.size() == REQUESTS.size(), 60_000);
        simulation.runFor(2_000);
        assertThat(simulation.requests).usingElementComparator(Arrays::compare).containsExactlyElementsOf(REQUESTS);
        assertThat(simulation.replies).usingElementComparator(Arrays::compare).containsExactlyElementsOf(REPLIES);
        assertThat(simulation.failures).isEmpty();
        assertThat(simulation.hostLosses).isEmpty();
        assertThat(simulation.phoneLosses).isEmpty();
        assertThat(simulation.host).isInstanceOf(HostState.Ready.class);
        assertThat(simulation.phone).isInstanceOf(PhoneState.Idle.class);
    }

    private static int packetsWithoutFaults(boolean toPhone) {
        FaultyWire there = FaultyWire.sound();
        FaultyWire back = FaultyWire.sound();
        assertAllExactlyOnce(simulation(there, back, REQUESTS));
        return toPhone ? there.packets() : back.packets();
    }

    static Stream<Fault> faults() {
        return Arrays.stream(Fault.values()).filter(fault -> fault != Fault.NONE);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyPacketToThePhoneMayBeSpoiled(Fault fault) {
        int packets = packetsWithoutFaults(true);
        assertThat(packets).isGreaterThan(25);
        for (int n = 0; n < packets; n++) {
            assertAllExactlyOnce(simulation(FaultyWire.spoiling(n, fault), FaultyWire.sound(), REQUESTS));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyPacketToThePcMayBeSpoiled(Fault fault) {
        int packets = packetsWithoutFaults(false);
        assertThat(packets).isGreaterThan(35);
        for (int n = 0; n < packets; n++) {
            assertAllExactlyOnce(simulation(FaultyWire.sound(), FaultyWire.spoiling(n, fault), REQUESTS));
        }
    }

    static Stream<Arguments> pairsOfFaults() {
        return faults().flatMap(first -> faults().map(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("pairsOfFaults")
    void onePacketEachWayMayBeSpoiledInOneExchange(Fault first, Fault second) {
        List<byte[]> one = List.of(random(9, 9_000));
        for (int n = 0; n < 6; n++) {
            for (int m = 0; m < 6; m++) {
                LinkSimulation simulation =
                        simulation(FaultyWire.spoiling(n, first), FaultyWire.spoiling(m, second), one);
                simulation.runUntil(() -> simulation.replies.size() == 1, 30_000);
                simulation.runFor(1_000);
                assertThat(simulation.requests)
                        .as("%s %d, %s %d", first, n, second, m)
                        .hasSize(1);
                assertThat(simulation.replies)
                        .as("%s %d, %s %d", first, n, second, m)
                        .hasSize(1);
            }
        }
    }

    /** A tenth of all packets spoiled, at random: slow, but nothing is lost or doubled. */
    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void tenthOfThePacketsMayBeSpoiledAtRandom(Fault fault) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            LinkSimulation simulation =
                    simulation(randomly(random, fault, 0.1), randomly(random, fault, 0.1), REQUESTS);
            assertAllExactlyOnce(simulation);
        }
    }

    /** Half of all packets lost: the link may end, but what came through came once and in order. */
    @Test
    void halfOfThePacketsLostNeverDoublesOrReorders() {
        int finished = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            LinkSimulation simulation =
                    simulation(randomly(random, Fault.LOSE, 0.5), randomly(random, Fault.LOSE, 0.5), REQUESTS);
            simulation.runUntil(() -> simulation.replies.size() == REQUESTS.size(), 60_000);
            simulation.runFor(6_000);
            assertPrefix(simulation.requests, REQUESTS);
            assertPrefix(simulation.replies, REPLIES);
            assertThat(simulation.replies.size()).isLessThanOrEqualTo(simulation.requests.size());
            finished += simulation.replies.size() == REQUESTS.size() ? 1 : 0;
        }
        assertThat(finished).as("runs that finished all the same").isGreaterThan(10);
    }

    private static FaultyWire randomly(Random random, Fault fault, double probability) {
        return new FaultyWire(_ -> random.nextDouble() < probability ? fault : Fault.NONE);
    }

    private static void assertPrefix(List<byte[]> arrived, List<byte[]> sent) {
        List<byte[]> prefix = new ArrayList<>(sent.subList(0, Math.min(arrived.size(), sent.size())));
        assertThat(arrived).usingElementComparator(Arrays::compare).containsExactlyElementsOf(prefix);
    }
}
