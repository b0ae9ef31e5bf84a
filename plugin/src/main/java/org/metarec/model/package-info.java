/** What is learned, and how it scores. */
package org.metarec.model;
