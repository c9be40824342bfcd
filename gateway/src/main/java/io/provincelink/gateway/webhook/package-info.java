/** Changes sent to partners' systems as they happen: who wants which, what was sent, and what is still to be. */
@NullMarked
package io.provincelink.gateway.webhook;

import org.jspecify.annotations.NullMarked;
