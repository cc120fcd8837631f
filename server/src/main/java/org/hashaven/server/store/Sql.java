package org.hashaven.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short forms of JDBC. Values are always parameters, never part of the text. */
final class Sql {

	/** Makes a value of a row. */
	interface Row<T> {
		T of(ResultSet row) throws SQLException;
	}

	private Sql() {
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	/** The first column of the first row, which must be there. */
	static long number(Connection connection, String sql, @Nullable Object... values) throws SQLException {
		return one(connection, row -> row.getLong(1), sql, values).orElseThrow();
	}

	/** Changes rows and returns how many. */
	static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
		try (PreparedStatement statement = prepared(connection, sql, values)) {
			return statement.executeUpdate();
		}
	}

	/** Inserts one row and returns its number. */
	static long insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
		update(connection, sql, values);
		return number(connection, "SELECT last_insert_rowid()");
	}

	static <T> Optional<T> one(Connection connection, Row<T> row, String sql, @Nullable Object... values) throws SQLException {
		return all(connection, row, sql, values).stream().findFirst();
	}

	static <T> List<T> all(Connection connection, Row<T> row, String sql, @Nullable Object... values) throws SQLException {
		try (PreparedStatement statement = prepared(connection, sql, values); ResultSet result = statement.executeQuery()) {
			List<T> rows = new ArrayList<>();
			while (result.next()) {
				rows.add(row.of(result));
			}
			return rows;
		}
	}

	private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		try {
			for (int i = 0; i < values.length; i++) {
				statement.setObject(i + 1, values[i]);
			}
			return statement;
		} catch (SQLException e) {
			statement.close();
			throw e;
		}
	}
}
