/** Who travels with a delegation: personal data, each person's sealed with a key of its own that lies in another database. */
@NullMarked
package io.provincelink.exchanges.delegation.member;

import org.jspecify.annotations.NullMarked;
