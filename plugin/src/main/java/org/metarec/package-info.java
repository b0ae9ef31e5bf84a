/** The exceptions of metarec and nothing else; every room may throw them. */
package org.metarec;
