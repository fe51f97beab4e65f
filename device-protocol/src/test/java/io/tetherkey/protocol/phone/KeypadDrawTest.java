package io.tetherkey.protocol.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.seal.RandomSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of the keypad must tell nothing of a digit (THREATS.md, 7b). */
class KeypadDrawTest {
    private static final int DRAWS = 1_000;
    private static final int DIGITS = 10;

    /** The value of chi-square with 81 degrees of freedom that chance exceeds once in a hundred thousand times. */
    private static final double MOST = 143;

    @Test
    void everyDigitIsAsLikelyInEveryPlace() {
        int[][] seen = new int[DIGITS][DIGITS];
        Set<List<Integer>> orders = new HashSet<>();
        Prompts prompts = new Prompts(new Random(20_261_125)::nextBytes);

        for (int i = 0; i < DRAWS; i++) {
            List<Integer> keypad = prompts.shuffledKeypad();
            assertThat(keypad).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            orders.add(keypad);
            for (int place = 0; place < DIGITS; place++) {
                seen[place][keypad.get(place)]++;
            }
        }

        assertThat(chiSquare(seen)).isLessThan(MOST);
        assertThat(orders).hasSizeGreaterThan(DRAWS - 10);
    }

    @Test
    void systemsGeneratorGivesAnotherOrderEachTime() {
        Prompts prompts = new Prompts(RandomSource.secure());
        Set<List<Integer>> orders = new HashSet<>();
        for (int i = 0; i < DRAWS; i++) {
            orders.add(prompts.shuffledKeypad());
        }
        assertThat(orders).hasSizeGreaterThan(DRAWS - 10);
    }

    /** A keypad that is only turned by up to three places would be noticed by the sum. */
    @Test
    void sumTellsACarelessDraw() {
        int[][] seen = new int[DIGITS][DIGITS];
        for (int i = 0; i < DRAWS; i++) {
            for (int place = 0; place < DIGITS; place++) {
                seen[place][(place + i % 4) % DIGITS]++;
            }
        }
        assertThat(chiSquare(seen)).isGreaterThan(MOST);
    }

    private static double chiSquare(int[][] seen) {
        double expected = (double) DRAWS / DIGITS;
        double sum = 0;
        for (int[] place : seen) {
            for (int count : place) {
                sum += (count - expected) * (count - expected) / expected;
            }
        }
        return sum;
    }
}
