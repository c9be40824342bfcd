package io.provincelink.agreements.document;

import java.util.List;

/**
 * The text of a file, a line for each paragraph.
 *
 * @param body what is read as the text of the agreement
 * @param everything the body with headers, footers, notes and comments: where a marking may stand
 * @param properties title, subject, keywords and whatever else the file says of itself
 */
record DocumentText(String body, String everything, List<String> properties) {

    /** More than any agreement has, and little enough to be searched. */
    static final int LONGEST = 4_000_000;
}
