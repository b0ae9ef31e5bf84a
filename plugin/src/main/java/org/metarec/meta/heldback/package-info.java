/**
 * What likes tell that were held back: how well a model ranks them, and how much more the ratings
 * of items should count than users' choice has made them.
 */
package org.metarec.meta.heldback;
