package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.history.Holds;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.SlotResult;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was paid in one month at each bank, in one currency. */
public record Spending(YearMonth month, Map<String, Money> byBank) {

    private static final int MONTHS = 6;

    public Spending {
        byBank = Map.copyOf(byBank);
    }

    public Money total() {
        Money any = byBank.values().iterator().next();
        return new Money(byBank.values().stream().mapToLong(Money::minorUnits).sum(), any.currency());
    }

    /**
     * The last months in which something was paid, newest first, in the currency that is used most. Only payments count
     * whose amount is known, that is whose order holds.
     */
    static List<Spending> of(List<HistoryEntry> entries, ZoneId zone) {
        List<HistoryEntry> paid = entries.stream()
                .filter(e -> e.result() == SlotResult.PAID && e.order().isPresent() && e.verified() != Holds.NO)
                .toList();
        String currency = paid.stream()
                .collect(Collectors.groupingBy(e -> amount(e).currency(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        Map<YearMonth, Map<String, Money>> months = new TreeMap<>(Comparator.reverseOrder());
        for (HistoryEntry entry : paid) {
            if (amount(entry).currency().equals(currency)) {
                months.computeIfAbsent(YearMonth.from(entry.time().atZone(zone)), m -> new TreeMap<>())
                        .merge(
                                entry.bankId(),
                                amount(entry),
                                (a, b) -> new Money(a.minorUnits() + b.minorUnits(), currency));
            }
        }
        List<Spending> spending = new ArrayList<>();
        months.forEach((month, banks) -> spending.add(new Spending(month, banks)));
        return spending.stream().limit(MONTHS).toList();
    }

    private static Money amount(HistoryEntry entry) {
        return Objects.requireNonNull(entry.order().orElseThrow().amount());
    }
}
