package io.tetherkey.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.virtual.PhoneScript;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the kit promises to those who write tests with it. */
@TetherKeyTest
class KitIT {

    @Test
    void scriptPaysInThePersonsPlace(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        phone.follow(PhoneScript.demoText());
        DemoSite.Placed order = site.order("1.00");
        window.open(order);
        window.chooseBank("summit");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        window.expect("#result-title", "Paid");
        site.expectShopStatus(order, "paid");
    }

    @Test
    void scriptOfOneLineActsOnItsScreenOnly(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        phone.follow("once on \"^Payment key$\" do type 000000");
        window.open(site.order("1.00"));
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        assertThat(phone.attemptsLeftAfterWrongKey()).isEqualTo(9);
        phone.cancel();
        phone.expect(Screen.Stopped.class);
    }

    @Test
    @TetherKeyTest(flash = Flash.EMPTY)
    void emptyPhoneTrustsNobody(PhoneInHand phone, WindowOnTest window) {
        phone.expect(Screen.TrustComputer.class);
        phone.decline();
        window.expectStart("#phone-title", "Computer not trusted");
    }

    @Test
    void passwordIsReadAsAPersonReadsIt(DemoSite site, WindowOnTest window) throws Exception {
        window.open(site.order("1.00"));
        window.write("#password", "secret");
        assertThat(window.text("#password")).isEqualTo("••••••");
        window.turnTo(Page.HISTORY);
        assertThat(window.text("#password")).isEmpty();
    }

    @Test
    void windowIsReadInsideAConditionToo(WindowOnTest window) {
        window.until("rest", () -> window.text("#rest-title").equals("Nothing to pay right now"));
    }

    @Test
    void failedTestLeavesPictureTextsAndLog(@TempDir Path folder) throws Exception {
        try (var place = new TestPlace(KitIT.class.getAnnotation(TetherKeyTest.class))) {
            place.window();
            LoggerFactory.getLogger(KitIT.class).info("a line of the log");
            place.leave(folder.resolve("Some/test"), new AssertionError("not as expected"));
        }
        assertThat(folder.resolve("Some/test.png")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("Some/test.txt")))
                .contains("not as expected", "#rest-title Nothing to pay right now", "the phone shows Home")
                .contains("a line of the log");
    }
}
