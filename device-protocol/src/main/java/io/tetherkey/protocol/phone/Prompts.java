package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.session.ChipState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the question that a session's state asks of the user. */
final class Prompts {
    private static final int DIGITS = 10;
    private static final int BYTE_VALUES = 256;

    private final RandomSource random;

    Prompts(RandomSource random) {
        this.random = random;
    }

    /** @throws IllegalStateException if the state asks nothing */
    Foreground.Prompt of(ChipState state, SlotRecord slot, Instant now) {
        Instant deadline = now.plus(PhoneLimits.PROMPT);
        return switch (state) {
            case ChipState.KeyNeeded needed ->
                new Foreground.KeyAsked(
                        needed.sessionId(),
                        Foreground.nameOf(slot),
                        needed.attemptsLeft(),
                        needed.lastTry() == ChipState.Try.AGAIN,
                        needed.purpose(),
                        shuffledKeypad(),
                        deadline);
            case ChipState.ConfirmNeeded needed ->
                new Foreground.ApprovalAsked(
                        needed.sessionId(), Foreground.nameOf(slot), needed.request(), false, deadline);
            case ChipState.AwaitingChallenge other -> throw asksNothing(other);
            case ChipState.AwaitingLoginResult other -> throw asksNothing(other);
            case ChipState.AwaitingReceipt other -> throw asksNothing(other);
            case ChipState.Closed other -> throw asksNothing(other);
        };
    }

    /** The ten digits in a fresh order each time (Fisher-Yates), so that a power trace of the cable tells no digit. */
    List<Integer> shuffledKeypad() {
        List<Integer> left = new ArrayList<>();
        for (int digit = 0; digit < DIGITS; digit++) {
            left.add(digit);
        }
        List<Integer> keypad = new ArrayList<>();
        while (!left.isEmpty()) {
            keypad.add(left.remove(below(left.size())));
        }
        return keypad;
    }

    /** A uniform number below the bound; bytes that would favour the low numbers are drawn again. */
    private int below(int bound) {
        int fair = BYTE_VALUES - BYTE_VALUES % bound;
        int drawn = fair;
        while (drawn >= fair) {
            drawn = random.bytes(1)[0] & 0xFF;
        }
        return drawn % bound;
    }

    private static IllegalStateException asksNothing(ChipState state) {
        return new IllegalStateException(state.getClass().getSimpleName() + " asks nothing of the user");
    }
}
