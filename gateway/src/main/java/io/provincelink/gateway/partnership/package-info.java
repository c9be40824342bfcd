/** What two or more regions have together, composed out of the three services. */
@NullMarked
package io.provincelink.gateway.partnership;

import org.jspecify.annotations.NullMarked;
