/** The sentence of a finding as a picture's caption: what it says first, without the interval and base that the picture draws. */

/**
 * The first sentence, without what stands in brackets; and, of several waves, that it is of them all.
 *
 * @param sentence as a finding says it, frozen or new
 * @returns the same words, ended by a full stop
 * @example briefOf('42 % des familles répondantes manquent d’un accueil (entre 38 % et 46 % ; 430 réponses). L’écart n’est pas établi.') // → '42 % des familles répondantes manquent d’un accueil.'
 */
export function briefOf(sentence: string): string {
  const plain = sentence.replace(/\s\([^()]*\)/g, '')
  const [first = plain] = plain.split(/(?<=[\p{L}»%]\.)\s(?=[\p{Lu}«\d])/u)
  const [pooled = ''] = /(?<=\. )Réponses de [^.]+ réunies\./.exec(plain) ?? []
  return [first.replace(/\.?$/, '.'), pooled].filter(Boolean).join(' ')
}
