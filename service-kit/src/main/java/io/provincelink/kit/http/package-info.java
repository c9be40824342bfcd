/** The conventions of the HTTP API: pages, ETags, merge patches, JSON, the common part of the contracts. */
@NullMarked
package io.provincelink.kit.http;

import org.jspecify.annotations.NullMarked;
