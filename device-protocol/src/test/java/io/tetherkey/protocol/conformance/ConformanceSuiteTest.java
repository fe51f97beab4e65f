package io.tetherkey.protocol.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformanceSuiteTest {
    private final List<ConformanceCase> cases = ConformanceSuite.cases();

    @Test
    void everySectionIsAHeadingOfTheSpecification() throws IOException {
        Set<String> headings = specification()
                .lines()
                .filter(line -> line.matches("#+ .+"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .collect(Collectors.toSet());

        assertThat(cases)
                .extracting(ConformanceCase::section)
                .allSatisfy(section -> assertThat(headings).contains(section));
    }

    @Test
    void specificationListsTheVeryCasesOfTheKit() throws IOException {
        assertThat(specification()).contains(CaseTable.of(cases));
    }

    @Test
    void idsAreUniqueAndCountedFromOneWithoutAGap() {
        for (CaseGroup group : EnumSet.allOf(CaseGroup.class)) {
            for (CaseId.Kind kind : CaseId.Kind.values()) {
                List<Integer> numbers = cases.stream()
                        .map(ConformanceCase::id)
                        .filter(id -> id.group() == group && id.kind() == kind)
                        .map(CaseId::number)
                        .sorted()
                        .toList();
                assertThat(numbers)
                        .as("%s-%s", group, kind)
                        .isNotEmpty()
                        .isEqualTo(
                                IntStream.rangeClosed(1, numbers.size()).boxed().toList());
            }
        }
    }

    @Test
    void everyRequirementIsOneSentence() {
        assertThat(cases)
                .extracting(ConformanceCase::requirement)
                .allMatch(text -> text.matches("[A-Z0-9].{10,}[^.]\\."));
    }

    @Test
    void casesThatSpendASlotComeLast() {
        List<Boolean> sacrifices = cases.stream()
                .map(each -> each.needs().contains(Need.SACRIFICE))
                .toList();
        assertThat(sacrifices).isSorted();
    }

    private static String specification() throws IOException {
        return Files.readString(Path.of("PROTOCOL.md"));
    }
}
