package org.biograd.report;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * The elements within a drawing of VectorGraphics2D, copied with numbers of one decimal, without what is invisible,
 * with lines that follow one another joined, and under names that count from 1.
 */
final class SvgElements {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final Pattern REFERENCE = Pattern.compile("url\\(#(.*)\\)");
    private static final Set<String> LEAVES = Set.of("circle", "ellipse", "image", "line", "path", "rect");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

    private final XMLStreamReader in;
    private final Map<String, String> names = new HashMap<>();

    /** Lines that follow one another: their common style, and where they go. */
    private String style;

    private final List<String> corners = new ArrayList<>();

    SvgElements(XMLStreamReader in) {
        this.in = in;
    }

    /**
     * Copies them.
     *
     * @param prefix of names
     * @param variables whether colours become variables of a style sheet
     */
    void copy(XMLStreamWriter out, String prefix, boolean variables) throws XMLStreamException {
        int depth = 0;
        int skipped = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 1) {
                    continue;
                }
                Map<String, String> attributes = attributes(prefix, variables);
                if (skipped > 0 || invisible(in.getLocalName(), attributes)) {
                    skipped++;
                } else if (joined(out, in.getLocalName(), attributes)) {
                    skipped++;
                } else if (LEAVES.contains(in.getLocalName())) {
                    out.writeEmptyElement(in.getLocalName());
                    write(out, attributes);
                    skipped++;
                } else {
                    out.writeStartElement(in.getLocalName());
                    write(out, attributes);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (skipped > 0) {
                    skipped--;
                } else {
                    endLine(out);
                    if (depth > 0) {
                        out.writeEndElement();
                    }
                }
            } else if (event == XMLStreamConstants.CHARACTERS && !in.isWhiteSpace() && skipped == 0) {
                out.writeCharacters(in.getText());
            }
        }
    }

    private Map<String, String> attributes(String prefix, boolean variables) {
        Map<String, String> attributes = new TreeMap<>();
        for (int a = 0; a < in.getAttributeCount(); a++) {
            String name = in.getAttributeLocalName(a);
            String value = in.getAttributeValue(a);
            Matcher reference = REFERENCE.matcher(value);
            if (name.equals("id")) {
                value = name(prefix, value);
            } else if (reference.matches()) {
                value = "url(#" + name(prefix, reference.group(1)) + ")";
            } else if (name.equals("style")) {
                value = style(value, variables);
            } else if (!name.equals("href")) {
                value = shorten(value);
            }
            attributes.put(name, value);
        }
        return attributes;
    }

    private String name(String prefix, String old) {
        return names.computeIfAbsent(old, none -> prefix + "-" + (names.size() + 1));
    }

    /** Without what is the default anyway, and with the colours of the page. */
    private static String style(String style, boolean variables) {
        StringBuilder kept = new StringBuilder();
        for (String declaration : style.split(";")) {
            if (!declaration.equals("stroke:none") && !declaration.startsWith("stroke-miterlimit:")) {
                kept.append(kept.isEmpty() ? "" : ";").append(shorten(declaration));
            }
        }
        Matcher color = RGB.matcher(kept);
        return variables ? color.replaceAll(match -> variable(match.group(), match)) : kept.toString();
    }

    private static String variable(String text, MatchResult rgb) {
        Color color = new Color(
                Integer.parseInt(rgb.group(1)), Integer.parseInt(rgb.group(2)), Integer.parseInt(rgb.group(3)));
        for (Palette each : Palette.values()) {
            if (each.color().equals(color)) {
                return "var(" + each.variable() + ")";
            }
        }
        return text;
    }

    private static String shorten(String text) {
        return DECIMAL.matcher(text).replaceAll(number -> {
            BigDecimal rounded = new BigDecimal(number.group())
                    .setScale(1, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
            return rounded.signum() == 0 ? "0" : rounded.toPlainString();
        });
    }

    private static boolean invisible(String element, Map<String, String> attributes) {
        String style = attributes.getOrDefault("style", "") + ";";
        boolean unfilled = style.contains("fill:none;") || style.contains("fill-opacity:0;") || element.equals("line");
        boolean unstroked = !style.contains("stroke:") || style.contains("stroke-opacity:0;");
        return attributes.containsKey("style") && unfilled && unstroked;
    }

    /** Takes in a line, where it goes on where the last one ended, or begins a new one. */
    private boolean joined(XMLStreamWriter out, String element, Map<String, String> attributes)
            throws XMLStreamException {
        if (!element.equals("line")) {
            endLine(out);
            return false;
        }
        String from = attributes.get("x1") + "," + attributes.get("y1");
        if (corners.isEmpty()
                || !attributes.get("style").equals(style)
                || !corners.get(corners.size() - 1).equals(from)) {
            endLine(out);
            style = attributes.get("style");
            corners.add(from);
        }
        corners.add(attributes.get("x2") + "," + attributes.get("y2"));
        return true;
    }

    private void endLine(XMLStreamWriter out) throws XMLStreamException {
        if (!corners.isEmpty()) {
            out.writeEmptyElement("polyline");
            out.writeAttribute("points", String.join(" ", corners));
            out.writeAttribute("style", style);
            corners.clear();
        }
    }

    private static void write(XMLStreamWriter out, Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }
}
