package io.tetherkey.bank.shop;

import io.tetherkey.bank.web.page.PageLanguage;

/** What banks are called. */
@FunctionalInterface
public interface BankNames {

    /** The name of a bank in a language; the id itself if the bank is not listed. */
    String name(String bankId, PageLanguage language);
}
