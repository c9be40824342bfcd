package io.provincelink.exchanges;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The three kinds of records, for the rules that all of them keep. */
enum Kind {
    MECHANISMS(Drafts.MECHANISMS) {
        @Override
        ObjectNode draft(String a, String b) {
            return Drafts.mechanism(a, b);
        }
    },
    MEETINGS(Drafts.MEETINGS) {
        @Override
        ObjectNode draft(String a, String b) {
            return Drafts.meeting(a, b, "2016-03-01");
        }
    },
    DELEGATIONS(Drafts.DELEGATIONS) {
        @Override
        ObjectNode draft(String a, String b) {
            return Drafts.delegation(a, b, "2016-03-01", 3);
        }
    };

    final String path;

    Kind(String path) {
        this.path = path;
    }

    abstract ObjectNode draft(String a, String b);

    ObjectNode ownSide() {
        return draft("XA.01", "XB.010100").put("visibility", "OWN_SIDE");
    }

    ObjectNode shared() {
        return draft("XA.01", "XB.010100").put("visibility", "PARTIES");
    }
}
