/** Records found by words of their titles, parties and numbers, in Vietnamese, Chinese and English, with or without tone marks. */
@NullMarked
package io.provincelink.record.search;

import org.jspecify.annotations.NullMarked;
