/** What a caller passes in: config maps and nodes, checked, with all that is wrong in one error. */
package org.metarec.procedure.argument;
