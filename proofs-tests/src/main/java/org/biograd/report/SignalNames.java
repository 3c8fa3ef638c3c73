package org.biograd.report;

import java.util.Locale;
import org.biograd.spec.Signal;

/** What signals are called in words. */
public final class SignalNames {

    private SignalNames() {}

    /** For example {@code membrane voltage}. */
    public static String of(Signal signal) {
        return signal.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
