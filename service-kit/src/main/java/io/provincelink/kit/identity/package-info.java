/** Whose tokens count: the identity server, its keys while they change, and what is said when it cannot be asked. */
@NullMarked
package io.provincelink.kit.identity;

import org.jspecify.annotations.NullMarked;
