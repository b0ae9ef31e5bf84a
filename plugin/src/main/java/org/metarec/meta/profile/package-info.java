/**
 * What the users of a value like more than others: a user's profile as a part of the score. Begin
 * with {@link org.metarec.meta.profile.ProfileCounts}.
 */
package org.metarec.meta.profile;
