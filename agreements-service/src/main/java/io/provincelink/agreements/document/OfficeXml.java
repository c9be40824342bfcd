package io.provincelink.agreements.document;

import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Where the text stands in the XML of an office format. */
enum OfficeXml {
    /** Text runs inside paragraphs; what stands there a second time for older programs is left out. */
    WORD(Set.of("t"), Set.of("p", "br", "cr"), Set.of("tab"), Set.of("Fallback")),
    OPEN_DOCUMENT(
            Set.of("p", "h"), Set.of("p", "h", "line-break"), Set.of("tab"), Set.of("annotation", "tracked-changes")),
    /** Also what was deleted while changes were recorded: the file still has it. */
    OPEN_DOCUMENT_WITH_CHANGES(Set.of("p", "h"), Set.of("p", "h", "line-break"), Set.of("tab"), Set.of()),
    /** Every value on a line of its own. */
    PROPERTIES(Set.of("*"), Set.of("*"), Set.of(), Set.of());

    private static final XMLInputFactory XML = factory();

    private final Set<String> texts;
    private final Set<String> lines;
    private final Set<String> tabs;
    private final Set<String> skipped;

    OfficeXml(Set<String> texts, Set<String> lines, Set<String> tabs, Set<String> skipped) {
        this.texts = texts;
        this.lines = lines;
        this.tabs = tabs;
        this.skipped = skipped;
    }

    /** No document type is read, so nothing is fetched and nothing grows. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    String lines(InputStream in) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int inText = 0;
        int inSkipped = 0;
        XMLStreamReader xml = XML.createXMLStreamReader(in);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    inSkipped += skipped.contains(name) ? 1 : 0;
                    inText += isIn(texts, name) ? 1 : 0;
                    if (tabs.contains(name)) {
                        text.append('\t');
                    } else if (name.equals("s") && this != WORD) {
                        text.append(' ');
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = xml.getLocalName();
                    inSkipped -= skipped.contains(name) ? 1 : 0;
                    inText -= isIn(texts, name) ? 1 : 0;
                    if (isIn(lines, name) && inSkipped == 0) {
                        text.append('\n');
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText > 0 && inSkipped == 0) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
            if (text.length() > DocumentText.LONGEST) {
                throw new Refusal(Findings.Outcome.TOO_COMPLEX, null);
            }
        }
        return text.toString();
    }

    private static boolean isIn(Set<String> names, String name) {
        return names.contains(name) || names.contains("*");
    }
}
