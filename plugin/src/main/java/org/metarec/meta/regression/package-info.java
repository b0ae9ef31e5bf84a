/** Linear regression with a penalty, and the equations that it comes down to. */
package org.metarec.meta.regression;
