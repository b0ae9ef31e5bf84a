/**
 * The shell: the extension that starts with Neo4j, what it hands to every call, and the calls that
 * are about models and embeddings. Those about users and trainings have packages of their own.
 */
package org.metarec.procedure;
