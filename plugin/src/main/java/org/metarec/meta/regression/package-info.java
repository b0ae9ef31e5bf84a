/**
 * Linear regression with a penalty, the conditional logit of choices, the equations that both come
 * down to, and how settings that foretell are told apart.
 */
package org.metarec.meta.regression;
