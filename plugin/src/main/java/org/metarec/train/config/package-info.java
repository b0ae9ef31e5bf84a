/**
 * The settings of RotatE training, with their defaults for graphs of different sizes. They know
 * nothing of what is done with them.
 */
package org.metarec.train.config;
