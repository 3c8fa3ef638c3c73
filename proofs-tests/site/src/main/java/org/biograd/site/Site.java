package org.biograd.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.biograd.data.DataSet;
import org.biograd.data.Digits;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;

/** Makes the site: {@code Site ROOT FOLDER}. */
public final class Site {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final Path out;
    private final Map<String, Clauses.Clause> clauses;
    private final Links links;
    private final Markdown markdown;

    /** What the search knows: a row a page, with title, path and text. */
    private final List<String[]> index = new ArrayList<>();

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<Mention>> mentions = new TreeMap<>();

    private Site(Path root, Path out) throws IOException {
        this.root = root;
        this.out = out;
        this.clauses = Clauses.of(root);
        this.links = new Links(root, clauses.keySet());
        this.markdown = new Markdown(links, clauses.keySet());
    }

    /**
     * Makes the site.
     *
     * @param arguments the root of the project, and the folder of the site
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path out = Path.of(arguments[1]).toAbsolutePath().normalize();
        new Site(root, out).build();
    }

    private void build() throws IOException {
        readTexts();
        clausePages();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            textPage(text.getKey(), text.getValue());
        }
        play();
        allPages();
        sources();
        for (String copy : links.copies) {
            Path to = out.resolve(copy);
            Files.createDirectories(to.getParent());
            Files.copy(root.resolve(copy), to, StandardCopyOption.REPLACE_EXISTING);
        }
        for (String name : List.of("site.css", "site.js", "play.js")) {
            try (InputStream in = Site.class.getResourceAsStream(name)) {
                write(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        write("search.js", "window.BIOGRAD_SEARCH = " + JSON.writeValueAsString(index) + ";\n");
        System.out.println(index.size() + " pages, " + clauses.size() + " clauses, " + links.sources.size()
                + " sources in " + out);
    }

    private void readTexts() throws IOException {
        List<Path> files = new ArrayList<>(
                List.of(root.resolve("README.md"), root.resolve("CONTRIBUTING.md"), root.resolve("CHANGELOG.md")));
        try (Stream<Path> walk = Files.walk(root.resolve("spec"))) {
            walk.filter(path ->
                            path.toString().endsWith(".md") && !path.toString().contains("/target/"))
                    .sorted()
                    .forEach(files::add);
        }
        for (Path file : files) {
            String path = root.relativize(file).toString();
            String text = Files.readString(file).replace("\r", "");
            texts.put(path, text);
            boolean speaks = path.startsWith("spec/text/")
                    && !path.contains("/clauses/")
                    && !path.endsWith("clause-table.md")
                    && !path.endsWith("example.md");
            if (speaks) {
                Mention.add(mentions, text, Links.text(path), Markdown.title(text, path));
            }
        }
    }

    private void textPage(String file, String text) throws IOException {
        String page = Links.text(file);
        String title = Markdown.title(text, file);
        page(page, title, markdown.html(text, file, page), text);
    }

    private void clausePages() throws IOException {
        List<Marked> code = new ArrayList<>();
        for (String folder : List.of(
                "fixedpoint/src/main/java",
                "spec/src/main/java",
                "reference/src/main/java",
                "loihi-model/src/main/java",
                "proofs-tests/src/main/java")) {
            code.addAll(JavaMarks.below(root, folder));
        }
        for (String file : List.of("biograd.c", "network.h", "chip.h", "read_model.c")) {
            code.addAll(SampleCode.of(root, "spec/samples/c/" + file, "/*"));
        }
        for (String file : List.of("biograd.py", "answer.py", "rules.py", "read_model.py")) {
            code.addAll(SampleCode.of(root, "spec/samples/python/" + file, "#"));
        }
        code.addAll(SampleCode.of(root, "spec/samples/verilog/soma.v", "//"));
        List<Marked> tests = JavaMarks.below(root, "proofs-tests/src/test/java");
        Map<String, List<String>> numbers = WorkedNumbers.of(root);
        List<String> ids = new ArrayList<>(clauses.keySet());
        StringBuilder list = new StringBuilder("<h1>Clauses</h1>\n<p class=\"lead\">" + ids.size()
                + " clauses, each with its text, its code in every form, numbers and checks.</p>\n");
        String chapter = "";
        for (int n = 0; n < ids.size(); n++) {
            Clauses.Clause clause = clauses.get(ids.get(n));
            String[] neighbours = {n == 0 ? null : ids.get(n - 1), n == ids.size() - 1 ? null : ids.get(n + 1)};
            String body = new ClausePage(clause, Markdown.title(texts.get(clause.file()), clause.file()), links)
                    .body(
                            markdown,
                            of(code, clause.id()),
                            of(tests, clause.id()),
                            numbers.getOrDefault(clause.id(), List.of()),
                            mentions.getOrDefault(clause.id(), List.of()),
                            neighbours);
            page(ClausePage.path(clause.id()), clause.id() + " " + clause.title(), body, clause.body());
            if (!chapter.equals(clause.file())) {
                list.append(chapter.isEmpty() ? "" : "</ul>\n")
                        .append("<h2>")
                        .append(Html.escape(Markdown.title(texts.get(clause.file()), clause.file())))
                        .append("</h2>\n<ul>\n");
                chapter = clause.file();
            }
            list.append("<li><a href=\"")
                    .append(clause.id())
                    .append(".html\">")
                    .append(clause.id())
                    .append(' ')
                    .append(Html.escape(clause.title()))
                    .append("</a></li>\n");
        }
        page("clause/index.html", "Clauses", list.append("</ul>\n").toString(), "");
    }

    private static List<Marked> of(List<Marked> all, String id) {
        return all.stream().filter(marked -> marked.clause().equals(id)).toList();
    }

    private void play() throws IOException {
        Map<String, String> profiles = new LinkedHashMap<>();
        for (String name : List.of("tiny", "loihi", "wide")) {
            profiles.put(name, ProfileReader.write(Profiles.shipped(name)));
        }
        DataSet digits = Digits.training(Digits.load());
        byte[] pixels = new byte[digits.size() * digits.inputs()];
        for (int n = 0; n < digits.size(); n++) {
            System.arraycopy(digits.intensities()[n], 0, pixels, n * digits.inputs(), digits.inputs());
        }
        write(
                "data.js",
                "window.BIOGRAD_PROFILES = " + JSON.writeValueAsString(profiles)
                        + ";\nwindow.BIOGRAD_LABELS = " + JSON.writeValueAsString(digits.labels())
                        + ";\nwindow.BIOGRAD_PIXELS = \"" + Base64.getEncoder().encodeToString(pixels)
                        + "\";\nwindow.BIOGRAD_TRAINED = " + JSON.writeValueAsString(TrainedDigits.weights(digits))
                        + ";\n");
        String body;
        try (InputStream in = Site.class.getResourceAsStream("play.html")) {
            body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        index.add(new String[] {"Play with a network", "play.html", "play network browser step spikes weights sleep"});
        write("play.html", Html.page("Play with a network", "play.html", body, "data.js", "biograd.js", "play.js"));
    }

    private void allPages() throws IOException {
        StringBuilder list = new StringBuilder("<h1>All pages</h1>\n<ul>\n");
        TreeSet<String> rows = new TreeSet<>();
        for (String[] row : index) {
            if (!row[1].startsWith("clause/") || row[1].endsWith("index.html")) {
                rows.add("<li><a href=\"" + row[1] + "\">" + Html.escape(row[0]) + "</a> <small>" + row[1]
                        + "</small></li>\n");
            }
        }
        rows.forEach(list::append);
        page("pages.html", "All pages", list.append("</ul>\n").toString(), "");
    }

    private void sources() throws IOException {
        for (String source : links.sources) {
            Path path = root.resolve(source);
            StringBuilder body = new StringBuilder("<h1>" + Html.escape(source) + "</h1>\n");
            String page = "source/" + source + ".html";
            if (Files.isDirectory(path)) {
                body.append("<ul>\n");
                try (Stream<Path> list = Files.list(path)) {
                    list.sorted()
                            .forEach(each -> body.append("<li><code>")
                                    .append(each.getFileName())
                                    .append("</code></li>\n"));
                }
                body.append("</ul>\n");
            } else if (Files.size(path) > 200_000) {
                body.append("<p>A file of ")
                        .append(Files.size(path))
                        .append(" bytes, too long to be shown here.</p>\n");
            } else {
                body.append("<pre class=\"source\" tabindex=\"0\" role=\"region\" aria-label=\"Source\"><code>");
                int n = 1;
                for (String line : Files.readString(path).split("\n", -1)) {
                    body.append("<span id=\"L")
                            .append(n++)
                            .append("\">")
                            .append(Html.escape(line))
                            .append("</span>\n");
                }
                body.append("</code></pre>\n");
            }
            write(page, Html.page(source, page, body.toString()));
        }
    }

    private void page(String page, String title, String body, String text) throws IOException {
        index.add(new String[] {
            title, page, text.replaceAll("\\]\\([^)]*\\)|[`*|#\\[]", " ").replaceAll("\\s+", " ")
        });
        write(page, Html.page(title, page, body));
    }

    private void write(String page, String text) throws IOException {
        Path file = out.resolve(page);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
