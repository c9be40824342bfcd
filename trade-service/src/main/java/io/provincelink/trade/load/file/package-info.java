/** Bytes into rows: the figures of a received file, each right by itself, and what is wrong with the others. */
@NullMarked
package io.provincelink.trade.load.file;

import org.jspecify.annotations.NullMarked;
