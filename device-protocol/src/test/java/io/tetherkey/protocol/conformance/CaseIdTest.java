package io.tetherkey.protocol.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdTest {

    @Test
    void idIsReadAsItIsWritten() {
        for (ConformanceCase each : ConformanceSuite.cases()) {
            assertThat(CaseId.parse(each.id().toString())).contains(each.id());
        }
        assertThat(CaseId.parse("LINK-P-01")).contains(new CaseId(CaseGroup.LINK, CaseId.Kind.P, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LINK",
                "LINK-P",
                "LINK-P-1",
                "LINK-P-00",
                "LINK-X-01",
                "MOON-P-01",
                "LINK-P-001",
                " LINK-P-01"
            })
    void textThatIsNoIdIsNone(String text) {
        assertThat(CaseId.parse(text)).isEmpty();
    }
}
