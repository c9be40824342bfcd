/** The directory that one local run owns: its lock, its layout and its private files. */
@NullMarked
package io.provincelink.local.directory;

import org.jspecify.annotations.NullMarked;
