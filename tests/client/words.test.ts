import { expect, test } from 'vitest'
import { ownWords } from '../../client/code/words.ts'
import { kioskWords } from '../../client/kiosk/words.ts'
import { learn, speak } from '../../client/words/speak.ts'
import { filled, formOf, isWord, type Word } from '../../surveys/dictionaries/words.ts'
import { type Language, languageRows, languages } from '../../surveys/languages.ts'
import { frenchQuotes } from '../../vite.config.ts'
import { dictionary, sections } from '../surveys/dictionaries.ts'

/** Every word by its full name, one line for each plural form. */
function namesIn(words: object, before = ''): [string, string][] {
  return Object.entries(words as Record<string, Word | object>).flatMap(([name, word]): [string, string][] =>
    !isWord(word)
      ? namesIn(word, `${before}${name}.`)
      : typeof word === 'string'
        ? [[`${before}${name}`, word]]
        : Object.entries(word).flatMap(([form, text]): [string, string][] =>
            form === 'by' ? [] : [[`${before}${name}`, text]],
          ),
  )
}
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((found) => found[1]).sort()

const others = languages.filter((language) => language !== 'fr')
const everywhere = others.flatMap((language) => sections.map((section) => [section, language] as const))

test.each(everywhere)('every word of %s is said in %s', (section, language) => {
  const french = new Map(namesIn(dictionary('fr', section)))
  const said = new Map(namesIn(dictionary(language, section)))
  expect([...french.keys()].filter((name) => !name.endsWith('_tu') && !said.get(name))).toEqual([])
})

test.each(everywhere)('no value to fill in is lost or invented in %s of %s', (section, language) => {
  const french = new Map(namesIn(dictionary('fr', section)))
  const wrong = namesIn(dictionary(language, section)).filter(([name, text]) =>
    blanks(text).some((blank) => !blanks(french.get(name.replace(/_tu$/, '')) ?? '').includes(blank)),
  )
  expect(wrong).toEqual([])
})

/** Words that are counted, with the forms they have. */
function pluralsIn(words: object): [string, Exclude<Word, string>][] {
  return Object.entries(words as Record<string, Word | object>).flatMap(
    ([name, word]): [string, Exclude<Word, string>][] =>
      !isWord(word) ? pluralsIn(word) : typeof word === 'string' ? [] : [[name, word]],
  )
}

test.each(languages)('what is counted has each form that %s has for a count up to 200', (language) => {
  const needed = [...new Set(Array.from({ length: 201 }, (_, count) => formOf(count, language)))].sort()
  const counted = sections.flatMap((section) => pluralsIn(dictionary(language, section)))
  expect(counted.length).toBeGreaterThan(5)
  for (const [name, word] of counted) expect(Object.keys(word).sort(), name).toEqual(['by', ...needed].sort())
})

/** « Your » and « you can », said to one person: followed by no mark of the plural. */
const toOne = /(?:إجابات|إجابت|رمز|كلمات|بريد|هاتف|زيارت|أسرت|اهتمام|يمكن|لدي|بإمكان)ك(?!م)/
const toSeveral = /(?:إجابات|إجابت|رمز|كلمات|بريد|هاتف|يمكن|لدي|بإمكان)كم/

test('in Arabic adults are spoken to in the plural, as their questionnaires and their paper do; the young are not', () => {
  const said = (['screens', 'own', 'kiosk', 'paper'] as const).flatMap((section) => namesIn(dictionary('ar', section)))
  const isForYoung = (name: string) => name.endsWith('_tu') || /^(receiptHelp\.|exitPoster|shareYoung)/.test(name)
  expect(said.filter(([name, text]) => !isForYoung(name) && toOne.test(text))).toEqual([])
  expect(said.filter(([name, text]) => isForYoung(name) && toSeveral.test(text))).toEqual([])
  expect(said.filter(([name]) => name.endsWith('_tu')).length).toBeGreaterThan(50)
})

/** Said to one person, « tú » and « usted »: the persons of the verb that no other reading has, and the words that go with them. */
const familiar =
  /(?<!\p{L})(tú|tu|tus|ti|te|contigo|tuy[oa]s?|eres|estás|has|habías|eras|puedes|quieres|tienes|necesitas|llama)(?!\p{L})/iu
const courteous =
  /(?<!\p{L})(usted|escriba|elija|toque|guarde|deje|anote|compruebe|vuelva a|¿(?:quiere|tiene|necesita)|(?<!se )puede (?:volver|cerrar|releer|dejar|corregirla|responder))(?!\p{L})/iu

// « ¿Necesitas ayuda? » was asked of an adult, above a receipt that says « su respuesta »
test('in Spanish adults are spoken to as « usted », the young as « tú »', () => {
  const said = (['screens', 'own', 'kiosk', 'exit', 'paper', 'engine'] as const).flatMap((section) =>
    namesIn(dictionary('es', section)),
  )
  // numbers to call and a place to take part are for the young alone; parents are written to about their children
  const isForYoung = (name: string) =>
    name.endsWith('_tu') || /^(receiptHelp\.(?!title)|receipt\.takePart|shareYoung)/.test(name)
  const isToParents = (name: string) => /^share.*_tu$/.test(name)
  expect(said.filter(([name, text]) => !isForYoung(name) && familiar.test(text))).toEqual([])
  const young = said.filter(([name]) => isForYoung(name) && !isToParents(name))
  expect([...young, ...namesIn(dictionary('es', 'young'))].filter(([, text]) => courteous.test(text))).toEqual([])
  expect(young.length).toBeGreaterThan(50)
})

test('the pages hold a quoted word by spaces that cannot break', () => {
  const { transform } = frenchQuotes() as { transform: (code: string, id: string) => { code: string } | null }
  expect(transform('<p>« Diffuser » suit</p>', '/client/Page.tsx')?.code).toBe('<p>«\u202fDiffuser\u202f» suit</p>')
  // a line began with « ; »
  expect(transform('<p>Relu ; changé</p>', '/client/Page.tsx')?.code).toBe('<p>Relu\u202f; changé</p>')
  expect(transform('const page = 1', '/client/Page.tsx')).toBeNull()
  expect(transform('for (let at = 0; ; at++) say(at)', '/client/Page.tsx')).toBeNull()
  expect(transform('« »', '/node_modules/a.js')).toBeNull()
})

const said = (language: Language) => sections.flatMap((section) => namesIn(dictionary(language, section)))

test('French has one space before a sign, the narrow one, as its questionnaires have: before ; ! ? : and inside « »', () => {
  const texts = (['fr', 'fr-facile'] as const).flatMap(said)
  expect(texts.filter(([, text]) => /[ \u00a0][:;!?»]|«[ \u00a0]/.test(text))).toEqual([])
})

/** Days, minutes, years of age, words of the code, in each language. */
const units =
  /(?:\d|\{\{(?:days|minutes|seconds|left|to|n)\}\}) (?:jours?|mots?|ans|mois|min|minutes?|minutos?|secondes?|heures|days?|words?|months?|seconds?|hours?|días?|palabras?|años|meses|segundos?|horas|دقيقة|دقائق|يوم|أيام|ثانية|كلمة|كلمات|أشهر|سنة|ساعة)(?!\p{L})/u

test.each(languages)('no line ends between a number and its unit, in %s', (language) => {
  expect(said(language).filter(([, text]) => units.test(text))).toEqual([])
})

/** Said before it is known who reads: the frame of the site, a page that did not come, a code not typed yet, a kiosk nobody has begun at, the exit of an event. */
const toAnybody =
  /^(home|access|unknown|offline|unavailable|newer|broken|exit)\.|^own\.(lead|field|wrong)$|^(attract|touch|choose|none|outText)$/

test.each(
  Object.entries({
    fr: dictionary('fr', 'screens'),
    'fr-facile': dictionary('fr-facile', 'screens'),
    'fr at a kiosk': kioskWords.fr,
    'fr-facile at a kiosk': kioskWords['fr-facile'],
  }),
)('nothing of a questionnaire says « vous » to the young, in %s', (_, words) => {
  const texts = new Map(namesIn(words))
  const formal = [...texts].filter(
    ([name, text]) =>
      /(?<!\p{L})(vous|votre|vos|\p{L}{2,}ez)(?!\p{L})/iu.test(text) &&
      !toAnybody.test(name) &&
      !texts.has(`${name}_tu`),
  )
  expect(formal).toEqual([])
})

test('the young are said « tu » where French sets them apart, and a language without the word falls back to French', async () => {
  await learn('en')
  expect(speak('fr', 'receipt.title', {}, 'tu')).toBe('Merci, ta réponse est bien arrivée')
  expect(speak('fr', 'answer.step', { step: 3, steps: 7 })).toBe('Étape 3 sur 7')
  expect(speak('en', 'receipt.title', {}, 'tu')).toBe('Thank you, your answer has arrived')
})

test('one is one: a count agrees with its word, and in French none is singular', async () => {
  await learn('fr-facile')
  await learn('en')
  expect(filled(ownWords.fr.count, { count: 0 }, 'fr')).toBe('0\u00a0mot sur 12')
  expect(filled(ownWords.fr.count, { count: 2 }, 'fr')).toBe('2\u00a0mots sur 12')
  expect(speak('fr', 'answer.characters', { left: 1 })).toBe('1\u00a0caractère restant')
  // « environ 1 minutes » was the last thing said to whoever reads simplified French
  expect(speak('fr-facile', 'answer.left', { minutes: 1 })).toBe('1\u00a0minute au plus')
  expect(speak('fr-facile', 'answer.left', { minutes: 2 })).toBe('2\u00a0minutes au plus')
  expect(filled(kioskWords.fr.idleText, { seconds: 1 }, 'fr')).toMatch(/dans 1\u00a0seconde\.$/)
  expect(filled(ownWords.en.count, { count: 0 }, 'en')).toBe('0\u00a0words out of 12')
  expect(filled(ownWords.en.count, { count: 1 }, 'en')).toBe('1\u00a0word out of 12')
})

test('Arabic has a form of its own for none, one, two, a few and many', async () => {
  await learn('ar')
  const said = [0, 1, 2, 3, 11, 100].map((count) => filled(ownWords.ar.count, { count }, 'ar'))
  expect(new Set(said).size).toBe(6)
  expect(said[3]).toBe('3\u00a0كلمات من أصل 12')
})

test('a language is read in its fallback where it has no word, and what nobody has read says so', async () => {
  await learn('es')
  expect(speak('es', 'reviewed.translation')).toMatch(/no revisada/i)
  expect(speak('es', 'receipt.title', {}, 'tu')).toBe('Gracias, tu respuesta ha llegado')
  const fallbacks = languages.map((language: Language) => languageRows[language].fallback)
  expect(fallbacks.filter((fallback) => fallback === null)).toHaveLength(1)
})
