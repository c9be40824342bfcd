package io.provincelink.exchanges.delegation;

/** How many delegations came back, and how many people were in them. */
public record DelegationTally(long delegations, long delegates) {}
