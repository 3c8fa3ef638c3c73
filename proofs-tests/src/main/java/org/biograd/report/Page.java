package org.biograd.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A page of HTML in the one look of all reports: one file that needs no other. The words and marks are in the
 * templates, which escape all text; they were compiled when the project was built.
 */
public final class Page {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private final String template;
    private final Map<String, Object> values = new HashMap<>();
    private Optional<String> plotsMissing = Optional.empty();

    /**
     * A page.
     *
     * @param template its template, for example {@code verify.jte}
     */
    public Page(String template) {
        this.template = template;
    }

    /** Gives a parameter of the template its value. */
    public Page with(String parameter, Object value) {
        values.put(parameter, value);
        return this;
    }

    /** Gives the parameter {@code figures} its value. */
    public Page with(Figures figures) {
        plotsMissing = figures.missing();
        return with("figures", figures);
    }

    /** The page as text. */
    public String text() {
        StringOutput text = new StringOutput();
        ENGINE.render(template, values, text);
        return text.toString();
    }

    /** Why there are no plots, where there are none. */
    public Optional<String> plotsMissing() {
        return plotsMissing;
    }
}
