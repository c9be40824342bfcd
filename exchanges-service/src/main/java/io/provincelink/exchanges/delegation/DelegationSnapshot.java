package io.provincelink.exchanges.delegation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A version in the change log: that the members changed, never who they are. */
record DelegationSnapshot(
        @JsonUnwrapped DelegationView delegation,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean membersChanged) {}
