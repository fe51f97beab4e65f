package io.tetherkey.bank.web.page;

/** The sign beside a status: its form tells it apart, not its colour alone. */
public final class StatusSign {
    private static final Html WAITING = sign("""
            <circle cx="20" cy="20" r="16" opacity=".3"/><path class="turn" d="M20 4a16 16 0 0 1 16 16"/>""");
    private static final Html PAID = sign("""
            <circle cx="20" cy="20" r="16"/><path d="M12.5 20.5l5.2 5.2L28 15"/>""");
    private static final Html DECLINED = sign("""
            <circle cx="20" cy="20" r="16"/><path d="M14 14l12 12M26 14L14 26"/>""");
    private static final Html FAILED = sign("""
            <path d="M20 5l16 29H4z"/><path d="M20 16v8M20 28.5v.5"/>""");
    private static final Html EXPIRED = sign("""
            <circle cx="20" cy="20" r="16"/><path d="M20 11v9l6 4"/>""");

    private StatusSign() {}

    public static Html of(String status) {
        return switch (status) {
            case "waiting" -> WAITING;
            case "paid" -> PAID;
            case "declined" -> DECLINED;
            case "failed" -> FAILED;
            default -> EXPIRED;
        };
    }

    private static Html sign(String paths) {
        return new Html("<svg viewBox=\"0 0 40 40\" aria-hidden=\"true\" fill=\"none\" stroke=\"currentColor\""
                + " stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\">" + paths + "</svg>");
    }
}
