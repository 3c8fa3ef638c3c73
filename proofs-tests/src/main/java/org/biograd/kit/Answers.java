package org.biograd.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Case;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.CaseReader;
import org.biograd.kit.cases.Json;
import org.biograd.kit.cases.LineReader;

/** Answers cases line by line; holds one case at a time. */
public final class Answers {

    private static final byte[] OUT = ",\"out\":".getBytes(StandardCharsets.UTF_8);

    private final ObjectMapper mapper = CaseJson.mapper();
    private final CaseReader reader = new CaseReader(mapper);
    private final LineReader lines;
    private final OutputStream out;

    private Answers(InputStream in, OutputStream out) {
        lines = new LineReader(in, LineReader.MAX_LENGTH);
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /**
     * Reads cases, and writes each with its {@code out} computed, in the order of the input; in the place of a case
     * that cannot be answered an object with {@code id} and {@code error}. Every line is flushed, so that a program at
     * the other end can wait for it.
     *
     * @param in cases, one a line, in UTF-8
     * @param out takes the answers, one a line
     * @return how many cases could not be answered
     * @throws IOException where the streams cannot be read or written
     */
    public static long write(InputStream in, OutputStream out) throws IOException {
        return new Answers(in, out).write();
    }

    private long write() throws IOException {
        long bad = 0;
        while (lines.next()) {
            if (lines.blank()) {
                continue;
            }
            try {
                Case question = reader.read(lines);
                answer(question, mapper.writeValueAsBytes(Operations.answer(question)));
            } catch (BadCaseException e) {
                bad++;
                error(e.getMessage());
            } catch (OutOfMemoryError e) {
                // Whatever the case had allocated is free again; the next one may be small.
                bad++;
                error("too large for the memory that Java has; a smaller case, or more memory "
                        + "(JDK_JAVA_OPTIONS=-Xmx4g), is needed");
            }
            out.write('\n');
            out.flush();
        }
        return bad;
    }

    /**
     * The bytes of the line around the old or the new {@code out} are left as they are, and so is every key unknown
     * here.
     */
    private void answer(Case question, byte[] computed) throws IOException {
        byte[] line = lines.bytes();
        out.write(line, 0, question.outBegin());
        if (!question.hasOut()) {
            out.write(OUT);
        }
        out.write(computed);
        out.write(line, question.outEnd(), question.end() + 1 - question.outEnd());
    }

    private void error(String problem) throws IOException {
        ObjectNode error = Json.object();
        error.put("id", reader.id());
        error.put("error", "line " + lines.number() + ": " + problem);
        out.write(mapper.writeValueAsBytes(error));
    }
}
