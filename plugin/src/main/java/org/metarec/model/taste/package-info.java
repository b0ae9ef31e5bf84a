/** What a taste is made of: the prior that all users start from, and what items are to it. */
package org.metarec.model.taste;
