/** What an application is not started with in production: keys, addresses and settings that are good for a trial alone. */
@NullMarked
package io.provincelink.kit.production;

import org.jspecify.annotations.NullMarked;
