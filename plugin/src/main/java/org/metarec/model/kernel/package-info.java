/** The arithmetic that training and answers spend their time in: plain loops and the Vector API. */
package org.metarec.model.kernel;
