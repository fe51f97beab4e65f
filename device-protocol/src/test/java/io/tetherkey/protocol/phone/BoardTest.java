package io.tetherkey.protocol.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.FrameLimits;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {
    /** Nothing to prove, proofs of suite 1 and of suite 3, a pair that leaves no room for another, and the longest. */
    @ParameterizedTest
    @CsvSource({"0, 70", "1400, 30", "15500, 4", "16384, 4", LinkCodec.MOST_PROOF + ", 3"})
    void recordsComeInPagesThatFitInOneMessageEach(int proof, int results) throws Exception {
        FlashStore flash = FlashStore.open(new CuttableMedium());
        for (int i = 0; i < results; i++) {
            add(flash, proof);
        }
        Board board = new Board(flash);
        List<Long> numbers = new ArrayList<>();
        for (List<PhoneRecord> page = board.records(0); !page.isEmpty(); page = board.records(numbers.getLast())) {
            byte[] message = LinkCodec.encode(new LinkReply.Records(page));
            assertThat(message).hasSizeLessThanOrEqualTo(FrameLimits.MAX_MESSAGE);
            assertThat(LinkCodec.encode(LinkCodec.decode(message))).isEqualTo(message);
            page.forEach(record -> numbers.add(record.number()));
        }
        assertThat(numbers).hasSize(results).isSorted().doesNotHaveDuplicates();
    }

    private static void add(FlashStore flash, int proof) throws FlashException {
        PhoneRecord result = new PhoneRecord(
                flash.nextResultNumber(),
                "b".repeat(32),
                "0".repeat(32),
                SlotResult.PAID,
                TestBank.NOW,
                new byte[proof],
                new byte[proof]);
        flash.update().add(result).commit();
    }
}
