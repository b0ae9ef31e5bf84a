/** What is learned of ratings, and how it predicts them. */
package org.metarec.model.rating;
