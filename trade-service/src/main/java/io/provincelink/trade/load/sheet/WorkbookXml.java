package io.provincelink.trade.load.sheet;

import io.provincelink.trade.load.file.RowText;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The elements of one part of a workbook, one after the other; their names without namespaces, which differ between the two standards. */
final class WorkbookXml implements Closeable {

    private static final int DEEPEST = 64;
    private static final XMLInputFactory FACTORY = factory();

    private final Reader text;
    private final XMLStreamReader xml;
    private int depth;

    WorkbookXml(Reader text) throws IOException {
        this.text = text;
        try {
            xml = FACTORY.createXMLStreamReader(text);
        } catch (XMLStreamException | RuntimeException malformed) {
            throw unreadable(malformed);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes to the next beginning or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        while (advance()) {
            if (xml.isStartElement() || xml.isEndElement()) {
                return true;
            }
        }
        return false;
    }

    private boolean advance() throws IOException {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
                throw new WorkbookText.Unreadable("too deep");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return true;
        } catch (XMLStreamException | RuntimeException malformed) {
            throw unreadable(malformed);
        }
    }

    boolean begins(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** An attribute's value, whatever its namespace. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute's value, where an element of that name has begun. */
    @Nullable
    String attributeOf(String element, String name) {
        return begins(element) ? attribute(name) : null;
    }

    /** An attribute that is a number from 0; negative where it is missing or something else. */
    int number(String name) {
        String value = attribute(name);
        return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    }

    /** Appends the text within the element that has begun, to its end; what is longer than a value can be is left out. */
    void text(StringBuilder into) throws IOException {
        int within = depth;
        while (depth >= within && advance()) {
            if (xml.isCharacters() && into.length() <= RowText.LONGEST) {
                int rest = RowText.LONGEST + 1 - into.length();
                into.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(rest, xml.getTextLength()));
            }
        }
    }

    /** Whatever the parser stumbled over, the file is to blame. */
    private static IOException unreadable(Exception thrown) {
        return thrown instanceof XMLStreamException stream
                        && stream.getNestedException() instanceof WorkbookText.TooLong tooLong
                ? tooLong
                : new WorkbookText.Unreadable("not well-formed");
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
