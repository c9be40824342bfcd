package io.provincelink.local.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a database and a role for each service. A role reaches its own database and no other. */
final class Databases {
    private final Connection superuser;

    Databases(Connection superuser) {
        this.superuser = superuser;
    }

    /** Makes what is missing, so that a start which was interrupted here is completed by the next. */
    void make(List<String> names, Passwords passwords) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            Set<String> roles = names(statement, "select rolname from pg_roles");
            Set<String> present = names(statement, "select datname from pg_database where datallowconn");
            if (roles.containsAll(names) && present.containsAll(names)) {
                return;
            }
            for (String shared : List.of("postgres", "template1")) {
                statement.execute("revoke connect, temporary on database " + shared + " from public");
            }
            for (String name : names) {
                if (!roles.contains(name)) {
                    statement.execute("create role " + name + " login password '" + passwords.of(name) + "'");
                }
                if (!present.contains(name)) {
                    make(statement, name);
                }
            }
        }
    }

    /** Closed to everybody until the right to connect is taken from the public. */
    private static void make(Statement statement, String name) throws SQLException {
        statement.execute("drop database if exists " + name);
        statement.execute("create database " + name + " owner " + name
                + " template template0 encoding 'UTF8' locale 'C' allow_connections false");
        statement.execute("revoke connect, temporary on database " + name + " from public");
        statement.execute("alter database " + name + " allow_connections true");
    }

    private static Set<String> names(Statement statement, String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
