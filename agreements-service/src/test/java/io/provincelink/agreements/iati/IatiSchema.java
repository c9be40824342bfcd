package io.provincelink.agreements.iati;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Checks a file with IATI's own schema and looks into it. */
final class IatiSchema {

    private static final Schema SCHEMA = schema();

    private IatiSchema() {}

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(IatiSchema.class.getResource("/iati-2.03/iati-activities-schema.xsd"));
        } catch (org.xml.sax.SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What the schema finds wrong. */
    static List<String> faults(String file) {
        List<String> faults = new ArrayList<>();
        try {
            Validator validator = SCHEMA.newValidator();
            validator.setErrorHandler(new ErrorHandler() {
                @Override
                public void warning(SAXParseException fault) {
                    faults.add(fault.toString());
                }

                @Override
                public void error(SAXParseException fault) {
                    faults.add(fault.toString());
                }

                @Override
                public void fatalError(SAXParseException fault) {
                    faults.add(fault.toString());
                }
            });
            validator.validate(new StreamSource(new StringReader(file)));
        } catch (org.xml.sax.SAXException | java.io.IOException unreadable) {
            faults.add(unreadable.toString());
        }
        return faults;
    }

    /** The texts that an XPath finds. */
    static List<String> texts(String file, String path) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(file)));
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                texts.add(found.item(i).getTextContent());
            }
            return texts;
        } catch (Exception unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }
}
