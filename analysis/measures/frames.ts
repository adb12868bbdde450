/** The sentences that measures begin with, and how they name the other questions they read. */

export const ending = ' (intervalle de confiance à 95 % : {interval} ; {base} réponses).'
export const firstSentence = `« {top} » est cité le plus souvent, pour {value} des personnes répondantes${ending}`
export const shareSentence = `{value} des personnes répondantes …${ending}`

export const needed = (title: string) => ({ title, optional: false })
export const optional = (title: string) => ({ title, optional: true })
