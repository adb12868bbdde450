// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readXliff, xliffOf } from '../../../client/design/texts/xliff.ts'
import { setTexts, textsOf } from '../../../surveys/edit/texts.ts'
import { setTranslatedFrom, withTranslatedFrom } from '../../../surveys/edit/translated-from.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { whole } from '../../api/design/fixture.ts'

const questionnaire = whole('essai')
const rows = textsOf(questionnaire)
const title = rows.find(({ key }) => key === 'venir:title')!
const sent = xliffOf('essai', rows, 'en')
/** As a translator fills in the target of one text. */
const filled = (xliff: string, key: string, words: string) =>
  xliff.replace(new RegExp(`(id="${key}"[\\s\\S]*?<target)[^>]*?(?:/>|>[\\s\\S]*?</target>)`), `$1>${words}</target>`)
const taken = (xliff: string, now = rows) => {
  const read = readXliff(xliff, now)
  if ('problem' in read) throw new Error(read.problem)
  return read
}

test('a file that comes back as it left changes nothing', () => {
  expect(taken(sent)).toEqual({
    language: 'en',
    changes: [],
    confirmed: 0,
    stale: [],
    translatedFrom: [],
    gone: 0,
  })
  expect(sent).toContain(`<source>${title.texts.fr}</source>`)
})

test('what was translated is written at its place, whatever signs it has', () => {
  const { changes } = taken(filled(sent, 'venir:title', ' Care &amp; &lt;schools&gt; '))
  expect(changes).toEqual([{ at: title.at, language: 'en', words: 'Care & <schools>' }])
  const written = textsOf(setTexts(questionnaire, changes))
  expect(written.find(({ key }) => key === 'venir:title')!.texts.en).toBe('Care & <schools>')
  // and such words leave again unharmed
  expect(taken(xliffOf('essai', written, 'en'), written).changes).toEqual([])
})

test('each language comes back as itself, simplified French and variants included', () => {
  for (const language of ['fr-facile', 'en', 'ar', 'es'] as const)
    expect(taken(xliffOf('essai', rows, language)).language).toBe(language)
  expect(taken(sent.replace('target-language="en"', 'target-language="en-GB"')).language).toBe('en')
})

test('a French text changed meanwhile is named, one that left is counted', () => {
  const back = filled(sent, 'venir:title', 'Childcare')
  const now = rows.map((row) => (row === title ? { ...row, texts: { ...row.texts, fr: 'Une autre question' } } : row))
  expect(taken(back, now)).toMatchObject({ changes: [{ words: 'Childcare' }], stale: ['Une autre question'], gone: 0 })
  expect(
    taken(
      back,
      rows.filter((row) => row !== title),
    ),
  ).toMatchObject({ changes: [], gone: 1 })
})

test('a translation whose French changed leaves to be read again, and comes back confirmed, or said to be of older words', () => {
  const before = setTexts(questionnaire, [{ at: title.at, language: 'en', words: 'Would you come?' }])
  const after = withTranslatedFrom(
    before,
    setTexts(before, [{ at: title.at, language: 'fr', words: 'Viendrais-tu souvent ?' }]),
  )
  const now = textsOf(after)
  const inEnglish = ({ translatedFrom = [] }: Questionnaire) =>
    translatedFrom.filter(({ language }) => language === 'en')
  const waiting = xliffOf('essai', now, 'en')
  expect(waiting).toContain('<target state="needs-review-translation">Would you come?</target>')
  expect(taken(waiting, now)).toMatchObject({ changes: [], confirmed: 0 })
  const signed = taken(waiting.replace('needs-review-translation', 'final'), now)
  expect(signed).toMatchObject({ changes: [], confirmed: 1 })
  expect(inEnglish(setTranslatedFrom(after, signed.translatedFrom))).toEqual([])
  // sent before the French changed: written, and still to be read again
  const older = taken(filled(xliffOf('essai', textsOf(before), 'en'), 'venir:title', 'Will you come?'), now)
  expect(older).toMatchObject({
    changes: [{ words: 'Will you come?' }],
    confirmed: 0,
    stale: ['Viendrais-tu souvent ?'],
  })
  const written = setTranslatedFrom(setTexts(after, older.changes), older.translatedFrom)
  expect(inEnglish(withTranslatedFrom(after, written))).toEqual([
    { key: 'venir:title', language: 'en', words: 'Will you come?', from: title.texts.fr },
  ])
})

test('another file is refused in words', () => {
  const problem = (text: string) => (readXliff(text, rows) as { problem: string }).problem
  expect(problem('{"title":')).toContain('n’est pas du XLIFF 1.2')
  expect(problem('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toContain('n’est pas du XLIFF 1.2')
  expect(problem(sent.replace('target-language="en"', 'target-language="de"'))).toContain('«\u202fde\u202f»')
})
