package io.provincelink.agreements.iati;

import io.provincelink.agreements.assistance.AssistanceProject;
import io.provincelink.agreements.assistance.AssistanceTransaction;
import io.provincelink.agreements.assistance.OpenPeriod;
import io.provincelink.agreements.assistance.ProjectApproval;
import io.provincelink.agreements.assistance.ProjectStatus;
import io.provincelink.agreements.organisation.Organisation;
import io.provincelink.kit.region.Region;
import io.provincelink.kit.region.RegionLevel;
import io.provincelink.kit.region.Regions;
import io.provincelink.kit.words.Body;
import io.provincelink.kit.words.Money;
import io.provincelink.kit.words.Text;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * One project as an {@code iati-activity}; the order of the elements is that of the schema. The codes are those of IATI's codelists
 * ActivityStatus, ActivityDateType, OrganisationRole, OrganisationType, BudgetType and TransactionType.
 */
final class IatiActivity {

    private static final String FUNDING = "1";
    private static final String ACCOUNTABLE = "2";
    private static final String IMPLEMENTING = "4";
    private static final String GOVERNMENT = "10";
    private static final String LOCAL_GOVERNMENT = "11";
    private static final String ISO_COUNTRIES = "A4";

    private final AssistanceProject project;
    private final @Nullable Organisation organisation;
    private final Regions regions;
    private final Region unit;
    private final String reporter;

    /**
     * @param organisation null where the reader may not see it
     * @param publisher see {@link IatiSettings#publisher()}
     */
    IatiActivity(AssistanceProject project, @Nullable Organisation organisation, Regions regions, String publisher) {
        this.project = project;
        this.organisation = organisation;
        this.regions = regions;
        this.unit = unit(project.owner());
        this.reporter = publisher + "-" + project.owner();
    }

    void write(IatiXml xml, List<AssistanceTransaction> transactions) throws XMLStreamException {
        xml.start(
                "iati-activity",
                "last-updated-datetime",
                IatiXml.dateTime(project.updatedAt()),
                "default-currency",
                currency(transactions));
        head(xml);
        dates(xml);
        places(xml);
        for (IatiSectors.Sector sector : IatiSectors.of(project.fields())) {
            xml.empty(
                    "sector",
                    "vocabulary",
                    sector.vocabulary(),
                    "vocabulary-uri",
                    sector.vocabulary().equals(IatiSectors.OWN) ? "urn:provincelink:field" : null,
                    "code",
                    sector.code(),
                    "percentage",
                    sector.percentage().toPlainString());
        }
        plan(xml);
        for (AssistanceTransaction transaction : transactions) {
            transaction(xml, transaction);
        }
        new IatiResults(project.terms().outputs(), project.period()).write(xml);
        xml.end();
    }

    private @Nullable String currency(List<AssistanceTransaction> transactions) {
        Money plan = project.plan();
        if (plan != null) {
            return plan.currency();
        }
        return transactions.isEmpty() ? null : transactions.get(0).money().currency();
    }

    private void head(IatiXml xml) throws XMLStreamException {
        Body body = project.terms().owner().body();
        Text name = body == null ? unit.name() : body.name();
        xml.start("iati-identifier").text(reporter + "-" + project.id()).end();
        xml.start("reporting-org", "ref", reporter, "type", ownType())
                .narratives(name)
                .end();
        xml.told("title", project.title());
        Text note = project.terms().note();
        xml.start("description", "type", "1")
                .narratives(note == null ? project.title() : note)
                .end();
        if (organisation != null) {
            funder(xml, organisation);
        }
        ProjectApproval approval = project.terms().approval();
        if (approval != null && approval.body() != null) {
            participant(xml, null, null, ACCOUNTABLE, approval.body().name());
        }
        participant(xml, reporter, ownType(), IMPLEMENTING, name);
        if (approval != null) {
            // A9: another identifier of the activity, here the decision's number
            xml.empty("other-identifier", "ref", approval.number(), "type", "A9");
        }
        xml.empty("activity-status", "code", project.status().iatiCode());
    }

    private void funder(IatiXml xml, Organisation funder) throws XMLStreamException {
        String country = funder.country();
        // whether an organisation is an international or a national one shows in where it comes from
        String type = country == null ? null : funder.kind().iatiCode(!country.equals(unit.country()));
        participant(xml, funder.terms().iatiIdentifier(), type, FUNDING, funder.name());
    }

    private String ownType() {
        return unit.level() == RegionLevel.COUNTRY ? GOVERNMENT : LOCAL_GOVERNMENT;
    }

    private static void participant(IatiXml xml, @Nullable String ref, @Nullable String type, String role, Text name)
            throws XMLStreamException {
        xml.start("participating-org", "ref", ref, "type", type, "role", role)
                .narratives(name)
                .end();
    }

    /** 1 and 3 are the planned first and last day, 2 and 4 the actual ones. */
    private void dates(IatiXml xml) throws XMLStreamException {
        OpenPeriod period = project.period();
        boolean begun = project.status() != ProjectStatus.PIPELINE;
        boolean over = project.status() == ProjectStatus.CLOSED;
        xml.empty("activity-date", "type", begun ? "2" : "1", "iso-date", period.from());
        if (period.to() != null) {
            xml.empty("activity-date", "type", over ? "4" : "3", "iso-date", period.to());
        }
    }

    /** IATI has no vocabulary for the units of Viet Nam and China; their codes stand in {@code ref}, with their names. */
    private void places(IatiXml xml) throws XMLStreamException {
        xml.empty("recipient-country", "code", unit.country(), "percentage", "100");
        for (String code : project.regions()) {
            xml.start("location", "ref", code);
            xml.empty("location-reach", "code", "1");
            xml.told("name", unit(code).name());
            xml.empty("administrative", "code", unit.country(), "vocabulary", ISO_COUNTRIES, "level", 0);
            xml.end();
        }
    }

    private Region unit(String code) {
        return regions.on(code, project.anchor())
                .orElseThrow(() -> new IllegalStateException(code + " on " + project.anchor()));
    }

    /** A budget in IATI covers a year at most, and a plan does not say how it divides; what is longer is a planned disbursement. */
    private void plan(IatiXml xml) throws XMLStreamException {
        Money plan = project.plan();
        if (plan == null) {
            return;
        }
        LocalDate from = project.period().from();
        LocalDate to = project.period().to();
        boolean oneYear = to != null && to.isBefore(from.plusYears(1));
        if (oneYear) {
            xml.start("budget", "type", "1", "status", "1");
        } else {
            xml.start("planned-disbursement", "type", "1");
        }
        xml.empty("period-start", "iso-date", from);
        if (to != null) {
            xml.empty("period-end", "iso-date", to);
        }
        ProjectApproval approval = project.terms().approval();
        money(xml, plan, approval == null || approval.on() == null ? from : approval.on());
        xml.end();
    }

    private void transaction(IatiXml xml, AssistanceTransaction transaction) throws XMLStreamException {
        xml.start("transaction", "ref", transaction.reference());
        xml.empty("transaction-type", "code", transaction.kind().iatiCode());
        xml.empty("transaction-date", "iso-date", transaction.on());
        money(xml, transaction.money(), transaction.on());
        if (transaction.note() != null) {
            xml.told("description", transaction.note());
        }
        xml.end();
    }

    private static void money(IatiXml xml, Money money, LocalDate on) throws XMLStreamException {
        xml.start("value", "currency", money.currency(), "value-date", on)
                .text(money.amount().toPlainString())
                .end();
    }
}
