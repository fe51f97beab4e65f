package io.tetherkey.protocol.conformance;

import java.util.List;
import java.util.stream.Collectors;

/** The table of cases as it stands in PROTOCOL.md. */
final class CaseTable {
    private CaseTable() {}

    static String of(List<ConformanceCase> cases) {
        return cases.stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(each -> "| " + each.id() + " | " + each.requirement() + " | " + each.section() + " |")
                .collect(Collectors.joining("\n", "| case | requirement | section |\n| --- | --- | --- |\n", "\n"));
    }
}
