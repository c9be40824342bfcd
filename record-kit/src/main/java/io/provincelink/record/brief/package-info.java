/** Records in short, all types alike, for answers in which records of several types stand side by side. */
@NullMarked
package io.provincelink.record.brief;

import org.jspecify.annotations.NullMarked;
