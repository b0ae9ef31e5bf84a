/** What a taste is made of: the prior that all users start from, and what a user makes of it. */
package org.metarec.model.taste;
