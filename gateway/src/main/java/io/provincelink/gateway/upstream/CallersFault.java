package io.provincelink.gateway.upstream;

/** A failure that says nothing about the service: the client sent too much, stopped sending, or went away. */
public interface CallersFault {}
