/** Calls about users: recommendations, their explanations, and the adaptation of weights. */
package org.metarec.procedure.user;
