package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.history.Holds;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.SlotResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A history as a user has it after some months, newest first. */
public final class HistorySamples {

    public static final HistoryEntry PAID =
            entry(1, "harbour", SlotResult.PAID, 12_800, "Lotus Tea House 荷塘茶舍", Holds.YES);
    public static final HistoryEntry DIFFERS = entry(9, "jade", SlotResult.PAID, 4_550, "Corner Books 街角书店", Holds.NO);
    public static final List<HistoryEntry> ALL = List.of(
            PAID,
            bare(2, "harbour", SlotResult.FAILED),
            DIFFERS,
            entry(20, "summit", SlotResult.PAID, 99_900, "Northern Railway 北方铁路", Holds.YES),
            entry(35, "jade", SlotResult.DECLINED, 150_000, "Lotus Tea House 荷塘茶舍", Holds.YES),
            entry(40, "harbour", SlotResult.PAID, 64_000, "Corner Books 街角书店", Holds.YES),
            bare(70, "summit", SlotResult.PAID),
            entry(75, "jade", SlotResult.PAID, 38_000, "Lotus Tea House 荷塘茶舍", Holds.YES));

    /** Nobody knows yet whether it is paid. */
    public static final HistoryEntry OPEN = new HistoryEntry(
            "open",
            PAID.bankId(),
            PAID.orderId(),
            SlotResult.NONE,
            Samples.NOW,
            PAID.order(),
            Optional.empty(),
            Holds.YES,
            Holds.NOT_KNOWN,
            Holds.NOT_KNOWN,
            new byte[0]);

    private HistorySamples() {}

    private static HistoryEntry entry(
            int daysAgo, String bank, SlotResult result, long minor, String payee, Holds three) {
        String id = "%032x".formatted(daysAgo);
        Order order = new Order(
                id,
                "shop",
                payee,
                "6222 0200 1234 5678",
                new Money(minor, "CNY"),
                "Spring tea, two tins 春茶两罐",
                Samples.NOW,
                Samples.NOW.plusSeconds(300),
                List.of(bank));
        return new HistoryEntry(
                id + ":4",
                bank,
                id,
                result,
                Samples.NOW.minus(Duration.ofDays(daysAgo)),
                Optional.of(order),
                Optional.of("HB-2026-%06d".formatted(daysAgo)),
                Holds.YES,
                Holds.YES,
                three,
                three == Holds.YES ? new byte[] {1, 2, 3} : new byte[0]);
    }

    private static HistoryEntry bare(int daysAgo, String bank, SlotResult result) {
        return bare(daysAgo, bank, "%032x".formatted(daysAgo), result);
    }

    /** As the phone records a login. */
    static HistoryEntry login(SlotResult result) {
        return bare(0, "harbour", "", result);
    }

    private static HistoryEntry bare(int daysAgo, String bank, String orderId, SlotResult result) {
        return new HistoryEntry(
                bank + daysAgo,
                bank,
                orderId,
                result,
                Samples.NOW.minus(Duration.ofDays(daysAgo)),
                Optional.empty(),
                Optional.empty(),
                Holds.NOT_KNOWN,
                Holds.NOT_KNOWN,
                Holds.NOT_KNOWN,
                new byte[0]);
    }
}
