package io.tetherkey.bank.web.online;

import io.tetherkey.bank.web.page.House;
import io.tetherkey.bank.web.page.Html;
import io.tetherkey.bank.web.page.PageLanguage;
import io.tetherkey.bank.web.page.Template;
import io.tetherkey.bank.web.page.Texts;
import java.util.Map;

/**
 * A bank as its pages show it.
 *
 * @param suiteId of its certificates, a key of the texts
 * @param colour {@code #rrggbb}, dark enough for white text
 */
public record OnlineBank(String bankId, String nameEn, String nameZh, int suiteId, String colour) {

    private static final Template MARK = Template.of("""
            <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="{{colour}}"/>\
            <text x="16" y="22.500" text-anchor="middle" font-size="18" font-weight="700" fill="#ffffff">{{initial}}</text></svg>
            """);

    String name(PageLanguage language) {
        return switch (language) {
            case ENGLISH -> nameEn;
            case CHINESE -> nameZh;
        };
    }

    String path() {
        return "/bank/" + bankId;
    }

    Html mark(Texts texts) {
        var initial = name(texts.language()).substring(0, 1);
        return MARK.fill(texts, Map.of("colour", colour, "initial", initial));
    }

    House house(Texts texts) {
        return new House(path(), mark(texts), name(texts.language()), texts.get("online.foot"));
    }
}
