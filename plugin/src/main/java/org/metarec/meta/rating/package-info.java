/** Predicted ratings: factors of items and users, and what the relations of an item say of them. */
package org.metarec.meta.rating;
