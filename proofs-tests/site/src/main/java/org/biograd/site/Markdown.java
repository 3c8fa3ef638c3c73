package org.biograd.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns the Markdown of a file into HTML: headings get their anchors, links lead to pages, clauses to their own. */
final class Markdown {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Pattern CLAUSE = Pattern.compile("\\b[A-Z]{3,6}-\\d+\\b");

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final Links links;
    private final Set<String> clauses;

    /**
     * A renderer.
     *
     * @param links where links lead
     * @param clauses ids that become links
     */
    Markdown(Links links, Set<String> clauses) {
        this.links = links;
        this.clauses = clauses;
    }

    /**
     * The text as HTML.
     *
     * @param text Markdown
     * @param file where it stands, from the root of the project
     * @param page where the page is, from the root of the site
     */
    String html(String text, String file, String page) {
        Node document = parser.parse(text);
        Map<Node, String> anchors = new HashMap<>();
        Set<String> taken = new HashSet<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String anchor = anchor(plain(heading));
                String unique = anchor;
                for (int n = 1; !taken.add(unique); n++) {
                    unique = anchor + "-" + n;
                }
                anchors.put(heading, unique);
            }

            @Override
            public void visit(Link link) {
                link.setDestination(links.resolve(link.getDestination(), file, page));
            }

            @Override
            public void visit(Image image) {
                image.setDestination(links.resolve(image.getDestination(), file, page));
                visitChildren(image);
            }

            @Override
            public void visit(Text piece) {
                linkClauses(piece, page);
            }
        });
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (anchors.containsKey(node)) {
                        attributes.put("id", anchors.get(node));
                    }
                    if (tag.equals("pre") || tag.equals("table")) {
                        attributes.put("tabindex", "0");
                    }
                })
                .build();
        return renderer.render(document).replace("<th></th>", "<td></td>");
    }

    private void linkClauses(Text piece, String page) {
        String text = piece.getLiteral();
        Matcher id = CLAUSE.matcher(text);
        int at = 0;
        Node last = piece;
        while (id.find()) {
            if (!clauses.contains(id.group()) || page.equals(ClausePage.path(id.group()))) {
                continue;
            }
            Link link = new Link(Links.up(page) + ClausePage.path(id.group()), null);
            link.appendChild(new Text(id.group()));
            Text before = new Text(text.substring(at, id.start()));
            last.insertAfter(before);
            before.insertAfter(link);
            last = link;
            at = id.end();
        }
        if (last != piece) {
            last.insertAfter(new Text(text.substring(at)));
            piece.unlink();
        }
    }

    /** The first heading's text, or the name of the file. */
    static String title(String text, String file) {
        for (String line : text.split("\n")) {
            if (line.startsWith("# ")) {
                return line.substring(2).strip();
            }
        }
        return file;
    }

    private static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text piece) {
                text.append(piece.getLiteral());
            }

            @Override
            public void visit(Code piece) {
                text.append(piece.getLiteral());
            }
        });
        return text.toString();
    }

    /** The anchor of a heading: lower case, without punctuation, blanks as hyphens. */
    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
    }
}
