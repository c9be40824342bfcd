package io.provincelink.trade.sdmx.structure;

import io.provincelink.kit.caller.Caller;
import java.util.List;

/** The codes that come from the data. */
public interface CodeNames {

    /** All codes of a list that has none of its own. */
    List<Code> codes(Caller caller, CodeSet set);
}
