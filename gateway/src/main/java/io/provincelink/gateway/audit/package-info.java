/** Who did what through the door, and who was refused: kept for the units concerned, without tokens, contents or names of people. */
@NullMarked
package io.provincelink.gateway.audit;

import org.jspecify.annotations.NullMarked;
