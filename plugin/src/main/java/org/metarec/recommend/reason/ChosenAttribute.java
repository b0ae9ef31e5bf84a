package org.metarec.recommend.reason;

/**
 * What items are linked with, and the user too, by a relationship that is a feature of users.
 *
 * @param value the value that it is to the user, a position in {@link
 *     org.metarec.model.taste.TasteModel#userValues}
 * @param attribute its id in the path index
 * @param handle of the relationship from the user
 */
public record ChosenAttribute(int value, int attribute, long handle) {}
