/** The sentences that measures begin with, and how they name the other questions they read. */

export const ending = ' ({interval} ; {base} réponses).'
export const firstSentence = `{value} des personnes répondantes choisissent {top}${ending}`
export const shareSentence = `{value} des personnes répondantes …${ending}`

export const needed = (title: string) => ({ title, optional: false })
export const optional = (title: string) => ({ title, optional: true })
