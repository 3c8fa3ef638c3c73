package org.biograd.report;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A page of HTML in the one look of all reports: one file that needs no other. */
public final class HtmlPage {

    private final StringBuilder html = new StringBuilder();
    private String plotsMissing;

    /** A page with a title, open for its parts. */
    public HtmlPage(String title) {
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        add("<title>" + escape(title) + "</title>\n<style>\n" + PageStyle.CSS + "</style>\n</head>\n<body>\n<main>\n");
    }

    /** Ends the page. */
    public HtmlPage end() {
        return add("</main>\n</body>\n</html>\n");
    }

    /** The page so far. */
    public String text() {
        return html.toString();
    }

    /** Why there are no plots, where there are none. */
    public Optional<String> plotsMissing() {
        return Optional.ofNullable(plotsMissing);
    }

    /** Adds HTML. */
    public HtmlPage add(String text) {
        html.append(text);
        return this;
    }

    /** Adds a section. */
    public void section(String id, String title, String body) {
        add("<section id=\"" + id + "\">\n<h2>" + escape(title) + "</h2>\n" + body + "</section>\n");
    }

    /** Adds the figures that a painter draws, each in a section; where it fails, one that says so and why. */
    public void figures(Callable<List<Figure>> painter) {
        List<Figure> figures = draw(painter);
        if (plotsMissing != null) {
            section("plots", "Plots", "<p>There are no plots: " + escape(plotsMissing) + ".</p>\n");
        }
        for (int i = 0; i < figures.size(); i++) {
            figure(i + 1, figures.get(i));
        }
    }

    // A machine without fonts or without AWT makes itself known by exceptions and errors of many kinds, InternalError
    // among them.
    private List<Figure> draw(Callable<List<Figure>> painter) {
        try {
            return painter.call();
        } catch (Exception | LinkageError | InternalError e) {
            plotsMissing = reason(e);
        } catch (Error e) {
            if (e instanceof VirtualMachineError) {
                throw e;
            }
            plotsMissing = reason(e);
        }
        return List.of();
    }

    private static String reason(Throwable error) {
        Throwable root = error;
        for (int depth = 0; root.getCause() != null && depth < 16; depth++) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? ""
                : ": " + root.getMessage().replaceAll("\\s+", " ").strip();
        return "this Java cannot draw here (" + root.getClass().getSimpleName() + message + ")";
    }

    private void figure(int number, Figure figure) {
        String light = data(figure.light());
        section(
                figure.id(),
                figure.title(),
                "<figure>\n<picture>\n<source media=\"(prefers-color-scheme: dark)\" srcset=\"" + data(figure.dark())
                        + "\">\n"
                        + "<img width=\"" + figure.width() + "\" height=\"" + figure.height() + "\" alt=\""
                        + escape(figure.title()) + "\" src=\"" + light + "\">\n</picture>\n"
                        + "<figcaption><b>Figure " + number + ".</b> " + escape(figure.caption())
                        + "</figcaption>\n</figure>\n");
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** Text as HTML. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
