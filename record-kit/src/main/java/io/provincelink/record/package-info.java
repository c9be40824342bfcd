/** What a record is: a root with a version, parties and a visibility, kept in a repository that shows nobody more than they may see. */
@NullMarked
package io.provincelink.record;

import org.jspecify.annotations.NullMarked;
