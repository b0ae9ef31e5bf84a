/** How high new items lie among known ones. */
package org.metarec.meta.level;
