package io.provincelink.trade.sdmx;

import io.provincelink.kit.words.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements of SDMX-ML 2.1 one after the other, so that a message of any length needs no memory. */
public final class SdmxXml {

    /** The JDK's own: others that a library may bring along take no prefix in a name. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private static final String NAMESPACES = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";

    private final XMLStreamWriter xml;

    private SdmxXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The namespaces of SDMX-ML by the prefixes that stand for them here. */
    public enum Namespace {
        MES("message"),
        COM("common"),
        STR("structure"),
        GEN("data/generic"),
        SPE("data/structurespecific");

        private final String path;

        Namespace(String path) {
            this.path = path;
        }
    }

    /** What writes the inside of a document. */
    public interface Inside {
        void write(SdmxXml xml) throws XMLStreamException, IOException;
    }

    /**
     * A document.
     *
     * @param attributes of the root: names and values by turns
     */
    public static void document(OutputStream out, String root, Inside inside, @Nullable String... attributes)
            throws IOException {
        try {
            SdmxXml document;
            synchronized (FACTORY) { // no factory promises to be safe for several threads
                document = new SdmxXml(FACTORY.createXMLStreamWriter(out, "UTF-8"));
            }
            document.xml.writeStartDocument("UTF-8", "1.0");
            document.start("mes:" + root);
            for (Namespace namespace : Namespace.values()) {
                document.xml.writeAttribute(
                        "xmlns:" + namespace.name().toLowerCase(Locale.ROOT), NAMESPACES + namespace.path);
            }
            document.attributes(attributes);
            inside.write(document);
            document.xml.writeEndDocument();
            document.xml.flush();
        } catch (XMLStreamException failed) {
            // the reader that has gone is recognised by the cause
            throw failed.getNestedException() instanceof IOException cause ? cause : new IOException(failed);
        }
    }

    /** @param attributes names and values by turns; one whose value is null is left out */
    public SdmxXml start(String element, @Nullable String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
        return this;
    }

    public SdmxXml end() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    /** An element without content. */
    public SdmxXml empty(String element, @Nullable String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
        return this;
    }

    /** An element that holds nothing but the text. */
    public SdmxXml text(String element, String text, @Nullable String... attributes) throws XMLStreamException {
        start(element, attributes);
        xml.writeCharacters(clean(text));
        return end();
    }

    /** The text in each of its languages. */
    public SdmxXml told(String element, Text text) throws XMLStreamException {
        in("en", element, text.en());
        in("vi", element, text.vi());
        in("zh", element, text.zh());
        return this;
    }

    private void in(String language, String element, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            text(element, text, "xml:lang", language);
        }
    }

    /** The beginning of every message's header: from whom it is, and of when. */
    public SdmxXml header(String id, Instant prepared) throws XMLStreamException {
        return start("mes:Header")
                .text("mes:ID", id)
                .text("mes:Test", "false")
                .text("mes:Prepared", prepared.truncatedTo(ChronoUnit.SECONDS).toString())
                .empty("mes:Sender", "id", Sdmx.AGENCY);
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                xml.writeAttribute(attributes[i], clean(value));
            }
        }
    }

    /** The same text with U+FFFD for each character that no XML document may have, not even as a reference. */
    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= Character.MIN_SURROGATE) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isAllowed(point) ? point : 0xFFFD));
        return clean.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
