package org.biograd.kit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.biograd.io.AtomicFile;
import org.biograd.io.Links;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.Json;
import org.biograd.kit.hex.HexRows;
import org.biograd.spec.profile.Profile;

/** Writes generated cases as files: one of JSON Lines an operation, and a manifest that says what they are. */
public final class VectorFiles {

    /** The version of the spec whose behaviour the cases show. */
    public static final String SPEC_VERSION = "0.1";

    /** The name of the manifest. */
    public static final String MANIFEST = "manifest.json";

    private final ObjectMapper mapper = CaseJson.mapper();
    private final Path folder;
    private final ObjectNode manifest = Json.object();
    private final ArrayNode files;

    /**
     * Files in a folder.
     *
     * @param folder is created where it is not there
     * @throws IOException where it cannot be
     */
    public VectorFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(Links.real(folder));
        manifest.put("spec", SPEC_VERSION);
        files = manifest.putArray("files");
    }

    /**
     * Writes the cases of one operation to a stream, one a line.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(CaseStream cases, OutputStream out) throws IOException {
        ObjectMapper json = CaseJson.mapper();
        while (cases.advance()) {
            out.write(json.writeValueAsBytes(whole(cases)));
            out.write('\n');
        }
    }

    private static ObjectNode whole(CaseStream cases) {
        ObjectNode whole = cases.question();
        whole.set("out", cases.expected());
        return whole;
    }

    /**
     * Writes the cases of one operation to {@code OP.jsonl}.
     *
     * @param cases how many
     * @param profile the random ones' profile, or null
     * @throws IOException where it cannot be written
     */
    public void add(String op, long cases, long seed, Profile profile) throws IOException {
        ObjectNode entry = entry(op, ".jsonl", out -> write(Generators.stream(op, cases, seed, profile), out));
        entry.put("op", op);
        entry.put("level", Generators.level(op));
        entry.put("cases", cases);
        entry.put("directed", Math.min(cases, Generators.directed(op)));
        entry.put("seed", Long.toUnsignedString(seed));
        if (profile != null) {
            entry.put("profile", profile.name());
        }
    }

    /**
     * Writes the same cases to {@code OP.hex}, for {@code $readmemh}.
     *
     * @throws IllegalArgumentException where cases of the operation have no such form
     * @throws IOException where it cannot be written
     */
    public void addHex(String op, long cases, long seed, Profile profile) throws IOException {
        HexRows rows = HexRows.of(op);
        entry(op, ".hex", out -> {
                    out.write(rows.header(op).getBytes(StandardCharsets.US_ASCII));
                    CaseStream stream = Generators.stream(op, cases, seed, profile);
                    while (stream.advance()) {
                        out.write(rows.of(whole(stream)).getBytes(StandardCharsets.US_ASCII));
                    }
                })
                .put("op", op);
    }

    private ObjectNode entry(String op, String ending, AtomicFile.Content content) throws IOException {
        MessageDigest digest = sha256();
        String name = op + ending;
        AtomicFile.write(folder.resolve(name), out -> {
            DigestOutputStream digested = new DigestOutputStream(out, digest);
            content.writeTo(digested);
            digested.flush();
        });
        ObjectNode entry = files.addObject();
        entry.put("file", name);
        entry.put("sha256", HexFormat.of().formatHex(digest.digest()));
        return entry;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Writes the manifest: for each file its SHA-256, operation, level, number of cases, and seed.
     *
     * @throws IOException where it cannot be written
     */
    public void finish() throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        AtomicFile.write(folder.resolve(MANIFEST), out -> {
            try (JsonGenerator json = mapper.getFactory().createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.setPrettyPrinter(lines);
                mapper.writeTree(json, manifest);
                json.writeRaw('\n');
            }
        });
    }
}
