/** Public holidays of the countries, for whoever plans a visit: a list with dates, since half of them follow the moon. */
@NullMarked
package io.provincelink.kit.holiday;

import org.jspecify.annotations.NullMarked;
