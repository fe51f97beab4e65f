package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.history.Holds;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.SlotResult;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was paid in one month at each bank, in one currency; nothing at all is a fact too. */
public record Spending(YearMonth month, String currency, Map<String, Money> byBank) {

    private static final int MONTHS = 6;

    public Spending {
        byBank = Map.copyOf(byBank);
    }

    public Money total() {
        return new Money(byBank.values().stream().mapToLong(Money::minorUnits).sum(), currency);
    }

    /**
     * The last months up to the newest in which something was paid, newest first and none left out, in the currency that
     * is used most. Only payments count whose amount is known, that is whose order holds.
     */
    static List<Spending> of(List<HistoryEntry> entries, ZoneId zone) {
        List<HistoryEntry> paid = entries.stream()
                .filter(e -> e.result() == SlotResult.PAID && e.order().isPresent() && e.verified() != Holds.NO)
                .toList();
        String currency = currency(paid);
        NavigableMap<YearMonth, Map<String, Money>> months = new TreeMap<>();
        for (HistoryEntry entry : paid) {
            if (amount(entry).currency().equals(currency)) {
                months.computeIfAbsent(YearMonth.from(entry.time().atZone(zone)), m -> new TreeMap<>())
                        .merge(
                                entry.bankId(),
                                amount(entry),
                                (a, b) -> new Money(a.minorUnits() + b.minorUnits(), currency));
            }
        }
        if (months.isEmpty()) {
            return List.of();
        }
        YearMonth oldest = months.firstKey();
        return Stream.iterate(months.lastKey(), month -> !month.isBefore(oldest), month -> month.minusMonths(1))
                .limit(MONTHS)
                .map(month -> new Spending(month, currency, months.getOrDefault(month, Map.of())))
                .toList();
    }

    private static String currency(List<HistoryEntry> paid) {
        return paid.stream()
                .collect(Collectors.groupingBy(e -> amount(e).currency(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Money amount(HistoryEntry entry) {
        return Objects.requireNonNull(entry.order().orElseThrow().amount());
    }
}
