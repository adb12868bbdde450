/** The sentence of a finding as a picture's caption: what it says first, without the interval and base that the picture draws. */
import { sentencesIn } from '../../surveys/wording/sentences.ts'

/**
 * The first sentence, without what stands in brackets; and, of several waves, that it is of them all.
 *
 * @param sentence as a finding says it, frozen or new
 * @returns the same words, ended by a full stop
 * @example briefOf('42 % des familles répondantes manquent d’un accueil (entre 38 % et 46 % ; 430 réponses). L’écart n’est pas établi.') // → '42 % des familles répondantes manquent d’un accueil.'
 */
export function briefOf(sentence: string): string {
  const [pooled = ''] = /(?<=\. )Réponses de [^.]+ réunies\./.exec(withoutBrackets(sentence)) ?? []
  return [headlineOf(sentence), pooled].filter(Boolean).join(' ')
}

/** The first sentence alone, where what follows it stands right under it. */
export function headlineOf(sentence: string): string {
  const [first = ''] = sentencesIn(withoutBrackets(sentence))
  return first.replace(/\.?$/, '.')
}

const withoutBrackets = (sentence: string) => sentence.replace(/\s\([^()]*\)/g, '')
