/** Settings of the meta-learner, and the parts that they can leave out. */
package org.metarec.meta.config;
