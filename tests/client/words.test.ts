import { expect, test } from 'vitest'
import { kioskWords } from '../../client/kiosk/words.ts'
import { ar } from '../../client/words/ar.ts'
import { en } from '../../client/words/en.ts'
import { fr } from '../../client/words/fr.ts'
import { frFacile } from '../../client/words/fr-facile.ts'
import { filled, learn, speak } from '../../client/words/speak.ts'

/** Every word by its full name. */
function namesIn(words: object, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, word]) =>
    typeof word === 'string' ? [[`${before}${name}`, word] as [string, string]] : namesIn(word, `${before}${name}.`),
  )
}
const french = new Map(namesIn(fr))
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((found) => found[1]).sort()

test.each(Object.entries({ 'fr-facile': frFacile, en, ar }))(
  'every word of the interface is said in %s',
  (_, words) => {
    const told = new Map(namesIn(words))
    const missing = [...french.keys()].filter((name) => !name.endsWith('_tu') && !told.get(name))
    expect(missing).toEqual([])
  },
)

test.each(Object.entries({ 'fr-facile': frFacile, en, ar }))(
  'no value to fill in is lost or invented in %s',
  (_, words) => {
    const wrong = namesIn(words).filter(([name, text]) =>
      blanks(text).some((blank) => !blanks(french.get(name.replace(/_tu$/, ''))!).includes(blank)),
    )
    expect(wrong).toEqual([])
  },
)

test('French keeps its thin spaces: none can break before ; ! ? : or inside « »', () => {
  const loose = [...namesIn(fr), ...namesIn(frFacile)].filter(([, text]) => / [;!?:»]|« /.test(text))
  expect(loose).toEqual([])
})

/** Said before it is known who reads: the frame of the site, a page that did not come, a code not typed yet, a kiosk nobody has begun at. */
const toAnybody =
  /^(home|access|unknown|offline|unavailable|broken)\.|^own\.(lead|field|wrong)$|^(attract|touch|choose|none|outText)$/

test.each(
  Object.entries({
    fr,
    'fr-facile': frFacile,
    'fr at a kiosk': kioskWords.fr,
    'fr-facile at a kiosk': kioskWords['fr-facile'],
  }),
)('nothing of a questionnaire says « vous » to the young, in %s', (_, words) => {
  const told = new Map(namesIn(words))
  const formal = [...told].filter(
    ([name, text]) =>
      /(?<!\p{L})(vous|votre|vos|\p{L}{2,}ez)(?!\p{L})/iu.test(text) &&
      !toAnybody.test(name) &&
      !told.has(`${name}_tu`),
  )
  expect(formal).toEqual([])
})

test('the young are said « tu » where French tells them apart, and a language without the word falls back to French', async () => {
  await learn('en')
  expect(speak('fr', 'receipt.title', {}, 'tu')).toBe('Merci, ta réponse est bien arrivée')
  expect(speak('fr', 'answer.step', { step: 3, steps: 7 })).toBe('Étape 3 sur 7')
  expect(speak('en', 'receipt.title', {}, 'tu')).toBe('Thank you, your answer has arrived')
})

test('one is one: a count agrees with its word, and in French none is singular', async () => {
  await learn('fr-facile')
  await learn('en')
  expect(speak('fr', 'own.count', { count: 0 })).toBe('0 mot sur 12')
  expect(speak('fr', 'own.count', { count: 2 })).toBe('2 mots sur 12')
  expect(speak('fr', 'answer.characters', { left: 1 })).toBe('1\u00a0caractère restant')
  // « environ 1 minutes » was the last thing said to whoever reads simplified French
  expect(speak('fr-facile', 'answer.left', { minutes: 1 })).toBe('environ 1\u00a0minute')
  expect(speak('fr-facile', 'answer.left', { minutes: 2 })).toBe('environ 2\u00a0minutes')
  expect(filled(kioskWords.fr.idleText, { seconds: 1 }, 'fr')).toMatch(/dans 1 seconde\.$/)
  expect(speak('en', 'own.count', { count: 0 })).toBe('0 words out of 12')
  expect(speak('en', 'own.count', { count: 1 })).toBe('1 word out of 12')
})
