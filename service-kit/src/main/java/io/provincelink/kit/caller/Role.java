package io.provincelink.kit.caller;

/** Names of the roles in a token, for {@code @RolesAllowed}. */
public final class Role {
    /** Reads what the caller's party may see. */
    public static final String READER = "reader";
    /** Writes for its party. */
    public static final String EDITOR = "editor";
    /** Signs, confirms, accepts and publishes for exactly its party. */
    public static final String APPROVER = "approver";
    /** Reports figures for its party. */
    public static final String STATISTICIAN = "statistician";
    /** Operates the suite; writes no business record. */
    public static final String ADMIN = "admin";

    /** The suite's own messenger: follows the changes on behalf of the units that it carries them to, and does nothing else. */
    public static final String COURIER = "courier";

    private Role() {}
}
