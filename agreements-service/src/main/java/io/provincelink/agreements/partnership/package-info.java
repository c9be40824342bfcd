/** What this service knows of what two or more regions have together; composed with the other services' parts in the gateway. */
@NullMarked
package io.provincelink.agreements.partnership;

import org.jspecify.annotations.NullMarked;
