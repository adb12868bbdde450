/** A count with its words: in French, nothing and one take the singular. */
const numbers = new Intl.NumberFormat('fr-FR')

/** @example counted(1, 'réponse', 'réponses') // '1 réponse' */
export const counted = (count: number, one: string, many: string): string =>
  `${numbers.format(count)} ${count < 2 ? one : many}`
