/** Who gives or carries out assistance: foreign and home organisations, donors, companies. */
@NullMarked
package io.provincelink.agreements.organisation;

import org.jspecify.annotations.NullMarked;
