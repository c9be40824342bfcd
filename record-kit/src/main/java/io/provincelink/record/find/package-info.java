/** What a search over all types of records of a service finds, the best hits first; merged with the other services' in the gateway. */
@NullMarked
package io.provincelink.record.find;

import org.jspecify.annotations.NullMarked;
