/** Who was shown sensitive records that not everybody may read. */
@NullMarked
package io.provincelink.record.audit;

import org.jspecify.annotations.NullMarked;
