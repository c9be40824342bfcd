package io.provincelink.record;

/**
 * What tells two finds of the same filters apart without loading a record.
 *
 * @param count how many records there are
 * @param sum a sum over the hashes of each record's id and version; a change of one of them moves it
 */
public record Gist(long count, long sum) {}
