package org.biograd.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Draws SVG: what VectorGraphics2D writes, made small, the same every time, and fit for a page.
 *
 * <p>The library names clip paths by hash codes, writes numbers with all their digits and a line as many; a page may
 * hold many plots, whose names must differ. {@link SvgElements} sees to that.
 */
public final class Svg {

    private Svg() {}

    /**
     * An element of a page, as wide as the page lets it be, in the colours of the page's style sheet.
     *
     * @param id a name, unique on the page
     * @param title what it shows
     * @param description the same for those who do not see it
     * @param width in its own units
     * @param height in its own units
     * @param painter draws
     */
    public static String inline(
            String id, String title, String description, int width, int height, Consumer<Graphics2D> painter) {
        return write(width, height, painter, (svg, elements) -> {
            svg.writeStartElement("svg");
            svg.writeAttribute("class", "plot");
            svg.writeAttribute("viewBox", "0 0 " + width + " " + height);
            svg.writeAttribute("role", "img");
            svg.writeAttribute("aria-labelledby", id + "-title " + id + "-desc");
            text(svg, "title", id + "-title", title);
            text(svg, "desc", id + "-desc", description);
            elements.copy(svg, id, true);
            svg.writeEndElement();
        });
    }

    /**
     * A file of its own, for light surroundings.
     *
     * @param title what it shows
     * @param width in CSS pixels
     * @param height in CSS pixels
     * @param painter draws
     */
    public static String file(String title, int width, int height, Consumer<Graphics2D> painter) {
        return write(width, height, painter, (svg, elements) -> {
            svg.writeStartElement("svg");
            svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
            svg.writeAttribute("viewBox", "0 0 " + width + " " + height);
            svg.writeAttribute("width", Integer.toString(width));
            svg.writeAttribute("height", Integer.toString(height));
            text(svg, "title", "title", title);
            elements.copy(svg, "plot", false);
            svg.writeEndElement();
        });
    }

    @FunctionalInterface
    private interface Frame {
        void write(XMLStreamWriter svg, SvgElements elements) throws XMLStreamException;
    }

    private static String write(int width, int height, Consumer<Graphics2D> painter, Frame frame) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        painter.accept(graphics);
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        StringWriter text = new StringWriter();
        try {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize(0, 0, width, height))
                    .writeTo(drawn);
            XMLInputFactory factory = XMLInputFactory.newInstance();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(drawn.toByteArray()));
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            frame.write(writer, new SvgElements(reader));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a plot is no XML", e);
        }
        return text.toString();
    }

    private static void text(XMLStreamWriter svg, String element, String id, String text) throws XMLStreamException {
        svg.writeStartElement(element);
        svg.writeAttribute("id", id);
        svg.writeCharacters(text);
        svg.writeEndElement();
    }
}
