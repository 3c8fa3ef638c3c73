package org.biograd.study.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.HeadlessException;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.biograd.report.Page;
import org.biograd.report.Palette;
import org.biograd.spec.Shape;
import org.biograd.study.verify.VerifyResult.Check;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class VerifyPageTest {

    private static final Pattern PLOT = Pattern.compile("<svg class=\"plot\".*?</svg>", Pattern.DOTALL);

    @Test
    void aFullResultHasFourFigures() {
        Page page = VerifyPage.of(new SampleResult().build());

        assertEquals(Optional.empty(), page.plotsMissing());
        assertEquals(1 + 1 + 3 + 6, plots(page.text()).size());
        assertTrue(page.text().contains("<b>Figure 4.</b>"));
        assertFalse(page.text().contains("<b>Figure 5.</b>"));
        assertFalse(page.text().contains("base64"), "plots are drawn, not pictures");
    }

    @Test
    void everyPlotIsXmlThatFitsAnyWidth() throws Exception {
        Set<String> names = new HashSet<>();
        for (String plot : plots(VerifyPage.of(new SampleResult().build()).text())) {
            Element svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(plot)))
                    .getDocumentElement();
            assertTrue(svg.getAttribute("viewBox").matches("0 0 440 [0-9]+"), svg.getAttribute("viewBox"));
            assertFalse(svg.hasAttribute("width"));
            NodeList all = svg.getElementsByTagName("*");
            for (int e = 0; e < all.getLength(); e++) {
                String id = ((Element) all.item(e)).getAttribute("id");
                assertTrue(id.isEmpty() || names.add(id), "two elements of the page are called " + id);
            }
        }
    }

    @Test
    void everyPlotIsThereInWordsToo() {
        for (String plot : plots(VerifyPage.of(new SampleResult().build()).text())) {
            Matcher labels =
                    Pattern.compile("aria-labelledby=\"(\\S+) (\\S+)\"").matcher(plot);
            assertTrue(labels.find());
            assertTrue(plot.contains("<title id=\"" + labels.group(1) + "\">"));
            assertTrue(Pattern.compile("<desc id=\"" + labels.group(2) + "\">[^<]{10}")
                    .matcher(plot)
                    .find());
        }
        String learning =
                plots(VerifyPage.of(new SampleResult().build()).text()).get(0);
        assertTrue(learning.contains("Across: epoch. Up: test samples right, %. accuracy: from "), learning);
    }

    @Test
    void everyColourOfAPlotHasAValueInLightAndInDarkSurroundings() {
        String html = VerifyPage.of(new SampleResult().build()).text();

        for (String plot : plots(html)) {
            assertFalse(plot.contains("rgb("), plot);
        }
        for (Palette color : Palette.values()) {
            assertTrue(html.contains("var(" + color.variable() + ")"), color.variable());
            assertEquals(2, count(html, color.variable() + ": #"), color.variable());
        }
    }

    @Test
    void thePageNeedsNoOther() {
        String html = VerifyPage.of(new SampleResult().build()).text();

        assertFalse(
                Pattern.compile("(src|srcset|href)=\"(?!data:|#)").matcher(html).find());
        assertFalse(Pattern.compile("url\\((?!#)").matcher(html).find());
        assertFalse(html.contains("<script"));
    }

    @Test
    void textOfChecksIsEscaped() {
        SampleResult hostile = new SampleResult();
        hostile.checks = List.of(new Check("<script>alert(1)</script>", false, "a & b"));

        String html = VerifyPage.of(hostile.build()).text();

        assertFalse(html.contains("<script>"));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertTrue(html.contains("a &amp; b"));
        assertTrue(html.contains("1 of 1 checks failed"));
    }

    @Test
    void itSaysHowToReproduceIt() {
        String html = VerifyPage.of(new SampleResult().build()).text();

        assertTrue(html.contains("biograd verify --profile loihi --seed 18446744073709551615 --epochs 2 --hidden 32"));
        assertTrue(html.contains("soma.keep"));
    }

    @Test
    void whereNothingCanBeDrawnThePageSaysWhy() {
        Error fonts = new InternalError("wrapped", new RuntimeException("Fontconfig head is null,\n check your fonts"));
        for (Throwable failure : List.of(
                fonts,
                new HeadlessException("no fonts"),
                new NoClassDefFoundError("java/awt/Font"),
                new java.awt.AWTError("no AWT"))) {
            Page page = VerifyPage.of(new SampleResult().build(), result -> {
                throw sneaky(failure);
            });

            assertTrue(page.plotsMissing().isPresent(), failure.toString());
            assertEquals(0, count(page.text(), "<svg"));
            assertTrue(page.text().contains("<p>There are no plots: this Java cannot draw here ("), failure.toString());
            assertTrue(page.text().contains("id=\"reproduce\""));
        }
    }

    @Test
    void theReasonIsTheDeepestOneOnOneLine() {
        Page page = VerifyPage.of(new SampleResult().build(), result -> {
            throw new IOException("outer", new IllegalStateException("Fontconfig head is null,\n check your fonts"));
        });

        assertEquals(
                "this Java cannot draw here (IllegalStateException: Fontconfig head is null, check your fonts)",
                page.plotsMissing().orElseThrow());
    }

    @Test
    void lackOfMemoryIsNotTakenForLackOfFonts() {
        assertThrows(
                OutOfMemoryError.class,
                () -> VerifyPage.of(new SampleResult().build(), result -> {
                    throw new OutOfMemoryError("simulated");
                }));
    }

    @Test
    void whatIsNotThereIsNotDrawn() {
        SampleResult empty = new SampleResult();
        empty.shape = Shape.of(64, 10);
        empty.curve = List.of();
        empty.feedbackAngles = List.of();
        empty.portrait = null;

        Page page = VerifyPage.of(empty.build());

        assertEquals(Optional.empty(), page.plotsMissing());
        assertEquals(3, plots(page.text()).size());
        assertTrue(page.text().contains("id=\"deviations\""));
        assertFalse(page.text().contains("--hidden"));
    }

    @Test
    void aNeuronWithoutEventsAndASampleOfOneStepCanBeDrawn() {
        SampleResult still = new SampleResult();
        double[] zero = {0};
        still.portrait = new org.biograd.study.verify.VerifyResult.Portrait(
                1,
                0,
                0,
                0,
                0,
                0,
                zero,
                new double[] {Double.NaN},
                zero,
                zero,
                zero,
                zero,
                zero,
                zero,
                0,
                zero,
                zero,
                0,
                0);

        assertEquals(Optional.empty(), VerifyPage.of(still.build()).plotsMissing());
    }

    @Test
    void thePageIsTheSameEveryTime() {
        assertEquals(
                VerifyPage.of(new SampleResult().build()).text(),
                VerifyPage.of(new SampleResult().build()).text());
    }

    private static List<String> plots(String html) {
        return PLOT.matcher(html).results().map(MatchResult::group).toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static Exception sneaky(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
