/**
 * Linear regression with a penalty, the equations that it comes down to, and how settings that
 * foretell are told apart.
 */
package org.metarec.meta.regression;
