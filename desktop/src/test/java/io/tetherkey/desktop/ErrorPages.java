package io.tetherkey.desktop;

import io.tetherkey.protocol.message.Counting;
import io.tetherkey.protocol.message.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The pages of the desktop's README that list the catalogue of errors, one for each language. */
final class ErrorPages {

    private ErrorPages() {}

    /** File names and contents. */
    static Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("ERRORS.md", page(Locale.ENGLISH, """
                # Errors

                [简体中文](ERRORS.zh.md)

                Everything that can go wrong for a person, as the app, the command line and the bank's pages say it. This page is made from the catalogue (`io.tetherkey.protocol.message.Fault`) by `ErrorPagesTest`, which fails when it is out of date; `-Dtetherkey.errors=write` writes it anew.

                | code | title | cause | remedy | who must act | counted |
                | --- | --- | --- | --- | --- | --- |
                """));
        pages.put("ERRORS.zh.md", page(Locale.SIMPLIFIED_CHINESE, """
                # 错误代码

                [English](ERRORS.md)

                用户可能遇到的所有问题，与应用、命令行和银行页面上显示的文字一致。本页由目录（`io.tetherkey.protocol.message.Fault`）通过 `ErrorPagesTest` 生成；内容过时则测试失败，`-Dtetherkey.errors=write` 重新写入。

                | 代码 | 标题 | 原因 | 处理办法 | 由谁处理 | 次数 |
                | --- | --- | --- | --- | --- | --- |
                """));
        return pages;
    }

    private static String page(Locale language, String head) {
        var page = new StringBuilder(head);
        for (Fault fault : Fault.values()) {
            page.append("| ")
                    .append(String.join(
                            " | ",
                            fault.code(),
                            fault.title(language),
                            fault.sentence(language),
                            fault.remedy(language),
                            fault.actor().label(language),
                            fault.counting() == Counting.NEVER
                                    ? "–"
                                    : fault.counting().sentence(language)))
                    .append(" |\n");
        }
        return page.toString();
    }
}
