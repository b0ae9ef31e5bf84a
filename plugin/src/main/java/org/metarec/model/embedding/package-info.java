/** Where nodes and relations lie in RotatE's complex space, and where new ones belong. */
package org.metarec.model.embedding;
