package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.ui.Tone;

/**
 * One message in words.
 *
 * @param way from where to where
 * @param icon that shows the same
 * @param size empty where the message has no payload
 * @param took empty for a question
 * @param outcome empty for a question
 */
public record TimelineRow(
        long number,
        String time,
        String way,
        String icon,
        String message,
        String session,
        String size,
        String took,
        String outcome,
        Tone tone) {

    /** The row as one sentence, for who listens instead of looks. */
    String aloud() {
        return String.join(", ", time, way, message, size, took, outcome);
    }
}
