package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.Money;

/**
 * One thing on the shelf.
 *
 * @param id its word in addresses, texts ({@code item.ID.name}) and pictures ({@code ID.svg})
 * @param description what the signed order says is bought, in both languages
 */
public record CatalogueItem(String id, Money price, String description) {}
