/** What a young person may offer to do with the team, and how long an idea may be. */

/** Write the questions, ask them around, read the results, be an ambassador. */
export const wishes = ['write', 'ask', 'read', 'ambassador'] as const
export type Wish = (typeof wishes)[number]

/** For the staff, in French. */
export const wishTexts: Record<Wish, string> = {
  write: 'Écrire les questions',
  ask: 'Enquêter auprès d’autres jeunes',
  read: 'Lire les résultats',
  ambassador: 'Être ambassadeur',
}

/** Letters. */
export const mostIdea = 280
