/** A text cut where its sentences end: not inside « 42 % (entre 38 % et 46 %) », nor after the number of an objective. */

/** @example sentencesIn('12 % ont répondu (entre 8 % et 17 %). Réponses de 2025 et 2026 réunies.') // two sentences */
export const sentencesIn = (words: string): string[] =>
  words.split(/(?<=[\p{L}»%)]\.)\s(?=[\p{Lu}«\d])|(?<=\d\.)\s(?=\p{Lu})/u)

/** Said after a figure so that it is not read as surer, or newer, than it is: answers nothing sets apart, gaps, days. */
export const isReservation = (sentence: string): boolean =>
  /sans écart sûr|sans avance sûre|tout aussi souvent|n’est pas établi|arrêtés? au/.test(sentence)
