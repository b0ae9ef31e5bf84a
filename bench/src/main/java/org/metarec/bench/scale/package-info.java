/** What training costs in time and memory as graphs grow. */
package org.metarec.bench.scale;
