package io.provincelink.record;

/**
 * Marks what may query the database: {@link Records} for everything with a visibility, and a repository of another shape whose Javadoc
 * says who may read and who may write what it keeps. Every method that is not private takes the caller; the architecture test
 * checks it.
 */
public interface ScopedRepository {}
