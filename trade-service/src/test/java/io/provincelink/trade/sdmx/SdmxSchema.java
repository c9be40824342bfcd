package io.provincelink.trade.sdmx;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Checks a message with the official schemas of SDMX 2.1, and looks into it. */
public final class SdmxSchema {

    private static final String OFFICIAL = "/schemaorg_apache_xmlbeans/src/";

    private static final Schema SCHEMA = schema();

    private SdmxSchema() {}

    /** The official schemas, and what the standard makes of our structures for data in their terms. */
    private static Schema schema() {
        try {
            Source[] sources = {
                source(OFFICIAL + "SDMXMessage.xsd"),
                source("/sdmx/trade-time-series.xsd"),
                source("/sdmx/trade-flat.xsd"),
                source("/sdmx/trade-sum-time-series.xsd")
            };
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources);
        } catch (SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Source source(String resource) {
        return new StreamSource(Objects.requireNonNull(SdmxSchema.class.getResource(resource), resource)
                .toString());
    }

    /** What the schemas find wrong. */
    public static List<String> faults(String message) {
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
            validator.validate(new StreamSource(new StringReader(message)));
        } catch (SAXException | IOException unreadable) {
            faults.add(unreadable.toString());
        }
        return faults;
    }

    /** The texts that an XPath finds; elements by their local names. */
    public static List<String> texts(String message, String path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(message)));
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
            return texts;
        } catch (SAXException | IOException | ParserConfigurationException | XPathExpressionException unreadable) {
            throw new AssertionError(message, unreadable);
        }
    }
}
