package org.biograd.report;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The figures of a page.
 *
 * @param list the figures
 * @param missing why there are none, where they could not be drawn
 */
public record Figures(List<Figure> list, Optional<String> missing) {

    private static final int DEEPEST = 16;

    /**
     * What a painter draws, or why it cannot.
     *
     * @param painter no method reference, which would need AWT as soon as it is linked
     */
    public static Figures draw(Callable<List<Figure>> painter) {
        // A machine without fonts or without AWT makes itself known by exceptions and errors of many kinds,
        // InternalError among them.
        try {
            return new Figures(painter.call(), Optional.empty());
        } catch (Exception | LinkageError | InternalError e) {
            return missing(e);
        } catch (Error e) {
            if (e instanceof VirtualMachineError) {
                throw e;
            }
            return missing(e);
        }
    }

    private static Figures missing(Throwable error) {
        Throwable root = error;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? ""
                : ": " + root.getMessage().replaceAll("\\s+", " ").strip();
        return new Figures(
                List.of(),
                Optional.of("this Java cannot draw here (" + root.getClass().getSimpleName() + message + ")"));
    }
}
