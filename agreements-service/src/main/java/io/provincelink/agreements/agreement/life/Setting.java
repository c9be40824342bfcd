package io.provincelink.agreements.agreement.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What decides beside the actions themselves which of them are possible.
 *
 * @param parties codes of the parties
 * @param lastDays the last day of each party's unit that was closed, by the party's code
 * @param shared whether all parties may see the agreement
 */
public record Setting(List<String> parties, Map<String, LocalDate> lastDays, boolean shared) {

    boolean isClosed(String party, LocalDate day) {
        LocalDate lastDay = lastDays.get(party);
        return lastDay != null && day.isAfter(lastDay);
    }
}
