package org.biograd.study.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.HeadlessException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.biograd.spec.Shape;
import org.biograd.study.verify.VerifyResult.Check;
import org.junit.jupiter.api.Test;

class VerifyPageTest {

    private static final Pattern PNG = Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=]+)");

    @Test
    void aFullResultHasFourFiguresInLightAndDark() throws IOException {
        VerifyPage page = VerifyPage.of(new SampleResult().build());

        assertEquals(Optional.empty(), page.plotsMissing());
        assertEquals(8, images(page.text()).size());
        assertTrue(page.text().contains("<b>Figure 4.</b>"));
        assertFalse(page.text().contains("<b>Figure 5.</b>"));
    }

    @Test
    void imagesHaveTwiceThePixelsOfTheirPlaceOnThePage() throws IOException {
        String html = VerifyPage.of(new SampleResult().build()).text();
        Matcher size =
                Pattern.compile("<img width=\"(\\d+)\" height=\"(\\d+)\"").matcher(html);
        assertTrue(size.find());

        // The dark one comes first, in the source element.
        for (BufferedImage image : images(html).subList(0, 2)) {
            assertEquals(2 * Integer.parseInt(size.group(1)), image.getWidth());
            assertEquals(2 * Integer.parseInt(size.group(2)), image.getHeight());
        }
        assertEquals(0xff1b2026, images(html).get(0).getRGB(0, 0));
        assertEquals(0xffffffff, images(html).get(1).getRGB(0, 0));
    }

    @Test
    void thePageNeedsNoOther() {
        String html = VerifyPage.of(new SampleResult().build()).text();

        assertFalse(
                Pattern.compile("(src|srcset|href)=\"(?!data:)").matcher(html).find());
        assertFalse(html.contains("url("));
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
            VerifyPage page = VerifyPage.of(new SampleResult().build(), result -> {
                throw sneaky(failure);
            });

            assertTrue(page.plotsMissing().isPresent(), failure.toString());
            assertEquals(0, count(page.text(), "<img"));
            assertTrue(page.text().contains("<p>There are no plots: this Java cannot draw here ("), failure.toString());
            assertTrue(page.text().contains("id=\"reproduce\""));
        }
    }

    @Test
    void theReasonIsTheDeepestOneOnOneLine() {
        VerifyPage page = VerifyPage.of(new SampleResult().build(), result -> {
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
    void whatIsNotThereIsNotDrawn() throws IOException {
        SampleResult empty = new SampleResult();
        empty.shape = Shape.of(64, 10);
        empty.curve = List.of();
        empty.feedbackAngles = List.of();
        empty.portrait = null;

        VerifyPage page = VerifyPage.of(empty.build());

        assertEquals(Optional.empty(), page.plotsMissing());
        assertEquals(2, images(page.text()).size());
        assertTrue(page.text().contains("id=\"deviations\""));
        assertFalse(page.text().contains("--hidden"));
    }

    @Test
    void aNeuronWithoutEventsAndASampleOfOneStepCanBeDrawn() {
        SampleResult still = new SampleResult();
        double[] zero = {0};
        still.portrait = new org.biograd.study.verify.VerifyResult.Portrait(
                1, 0, 0, 0, 0, 0, zero, new double[] {Double.NaN}, zero, zero, zero, zero, zero);

        assertEquals(Optional.empty(), VerifyPage.of(still.build()).plotsMissing());
    }

    @Test
    void theTextOfThePageIsTheSameEveryTime() {
        String once =
                PNG.matcher(VerifyPage.of(new SampleResult().build()).text()).replaceAll("png");
        String again =
                PNG.matcher(VerifyPage.of(new SampleResult().build()).text()).replaceAll("png");

        assertEquals(once, again);
    }

    private static List<BufferedImage> images(String html) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        Matcher matcher = PNG.matcher(html);
        while (matcher.find()) {
            images.add(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(matcher.group(1)))));
        }
        return images;
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
