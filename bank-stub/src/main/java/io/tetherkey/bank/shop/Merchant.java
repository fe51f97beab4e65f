package io.tetherkey.bank.shop;

/**
 * Who is paid.
 *
 * @param merchantId the id in the merchant's certificate
 * @param payee the name that the buyer sees on the phone
 * @param payeeAccount the account that is credited
 * @param signer signs orders with the merchant's key
 */
public record Merchant(String merchantId, String payee, String payeeAccount, OrderSigner signer) {}
