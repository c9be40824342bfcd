package io.provincelink.agreements.iati;

import io.provincelink.kit.words.Text;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes IATI's elements one after the other, so that a file of any length needs no memory. */
final class IatiXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter xml;

    private IatiXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Begins a file of activities. */
    static IatiXml activities(OutputStream out, Instant generatedAt) throws XMLStreamException {
        IatiXml file;
        synchronized (FACTORY) { // no factory promises to be safe for several threads
            file = new IatiXml(FACTORY.createXMLStreamWriter(out, "UTF-8"));
        }
        file.xml.writeStartDocument("UTF-8", "1.0");
        return file.start("iati-activities", "version", "2.03", "generated-datetime", dateTime(generatedAt));
    }

    static String dateTime(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** @param attributes names and values by turns; one whose value is null is left out */
    IatiXml start(String element, @Nullable Object... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
        return this;
    }

    IatiXml end() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    /** An element without content. */
    IatiXml empty(String element, @Nullable Object... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
        return this;
    }

    IatiXml text(String text) throws XMLStreamException {
        xml.writeCharacters(XmlText.of(text));
        return this;
    }

    /** An element that holds nothing but the text in each of its languages. */
    IatiXml told(String element, Text text) throws XMLStreamException {
        return start(element).narratives(text).end();
    }

    IatiXml narratives(Text text) throws XMLStreamException {
        narrative("vi", text.vi());
        narrative("zh", text.zh());
        narrative("en", text.en());
        return this;
    }

    private void narrative(String language, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement("narrative");
            xml.writeAttribute("xml:lang", language);
            text(text);
            xml.writeEndElement();
        }
    }

    private void attributes(@Nullable Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                xml.writeAttribute(String.valueOf(attributes[i]), XmlText.of(value.toString()));
            }
        }
    }

    /** Ends the file. What fails before leaves it broken off, so that nobody takes it for a whole one. */
    void finish() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
        xml.close();
    }
}
