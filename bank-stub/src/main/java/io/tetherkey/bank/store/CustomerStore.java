package io.tetherkey.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The customers of the banks. */
public final class CustomerStore {

    private final Handle handle;

    CustomerStore(Handle handle) {
        this.handle = handle;
    }

    /** A customer; the hash is that of {@code password.PasswordHasher}. */
    public record Customer(String customerId, String bankId, String userName, String passwordHash) {
        @Override
        public String toString() {
            return "Customer[" + customerId + "]";
        }
    }

    public void insert(Customer customer) {
        handle.createUpdate("""
                        INSERT INTO customer (customer_id, bank_id, user_name, password_hash)
                        VALUES (:customerId, :bankId, :userName, :passwordHash)
                        """)
                .bind("customerId", customer.customerId())
                .bind("bankId", customer.bankId())
                .bind("userName", customer.userName())
                .bind("passwordHash", customer.passwordHash())
                .execute();
    }

    public Optional<Customer> find(String customerId) {
        return handle.createQuery("SELECT * FROM customer WHERE customer_id = :id")
                .bind("id", customerId)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The customer of a bank who goes by a user name. */
    public Optional<Customer> named(String bankId, String userName) {
        return handle.createQuery("SELECT * FROM customer WHERE bank_id = :bankId AND user_name = :userName")
                .bind("bankId", bankId)
                .bind("userName", userName)
                .map((row, context) -> read(row))
                .findOne();
    }

    private static Customer read(ResultSet row) throws SQLException {
        return new Customer(
                row.getString("customer_id"),
                row.getString("bank_id"),
                row.getString("user_name"),
                row.getString("password_hash"));
    }
}
