package org.biograd.proof.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.biograd.house.SpecText;
import org.biograd.mutation.VariantCompiler;
import org.biograd.proof.walk.Classes;

/** The project's files, one of them perhaps with a fault. */
final class Sources {

    private final Planted fault;

    private Sources(Planted fault) {
        this.fault = fault;
    }

    static Sources asTheyAre() {
        return new Sources(null);
    }

    static Sources with(Planted fault) {
        return new Sources(fault);
    }

    String text(String path) {
        String text;
        try {
            text = Files.readString(SpecText.root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (fault == null || !fault.in().equals(path)) {
            return text;
        }
        int at = text.indexOf(fault.right());
        if (at < 0 || text.indexOf(fault.right(), at + 1) >= 0) {
            throw new IllegalStateException(path + " does not hold exactly once: " + fault.right());
        }
        return text.replace(fault.right(), fault.wrong());
    }

    /** The class files: those of the class path, and those of the changed source where it is Java. */
    Classes classes() {
        if (fault == null || !fault.in().endsWith(".java")) {
            return new Classes(Map.of());
        }
        Path path = Path.of(fault.in());
        return new Classes(new VariantCompiler().compile(path.getFileName().toString(), text(fault.in())));
    }
}
