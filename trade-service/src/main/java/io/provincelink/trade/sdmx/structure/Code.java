package io.provincelink.trade.sdmx.structure;

import io.provincelink.kit.words.Text;

/** A code of a list, or a concept of a scheme: what stands in data, and what it is called. */
public record Code(String id, Text name) {}
