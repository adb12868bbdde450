import { expect, test } from 'vitest'
import { founding } from '../../surveys/founding.ts'
import type { Questionnaire } from '../../surveys/questionnaire.ts'
import { communes } from '../../surveys/territory.ts'

type Found = { path: string; text: unknown }
type Said = { path: string; default: string; 'fr-facile': string; en: string; ar: string }

/** Codes, conditions, and what only staff read. Any other string of a questionnaire is a text for the people. */
const notRead = new Set(
  'id name type value inputType visibleIf requiredIf sensitivity role why legalBasis choicesFromParameter choicesFromQuestion choicesFromQuestionMode'.split(
    ' ',
  ),
)

function textsIn(value: unknown, path: string): Found[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((item, at) => textsIn(item, `${path}.${item?.name ?? at}`))
  if (value === null || typeof value !== 'object') return []
  if ('default' in value) return [{ path, text: value }]
  return Object.entries(value).flatMap(([key, item]) => (notRead.has(key) ? [] : textsIn(item, `${path}.${key}`)))
}

/** Every text people read; a parameter only shows its provisional choices. */
function textsOf({ title, summary, audienceText, notice, parameters, definition }: Questionnaire): Found[] {
  const choices = parameters.map(({ provisional }) => (typeof provisional === 'string' ? [] : provisional))
  return Object.entries({ title, summary, audienceText, notice, choices, definition }).flatMap(([name, part]) =>
    textsIn(part, name),
  )
}

const tongues = ['default', 'fr-facile', 'en', 'ar'] as const
const isSaid = ({ text }: Found) =>
  tongues.every((tongue) => ((text as Record<string, string> | null)?.[tongue] ?? '').trim() !== '')
const saidIn = (questionnaire: Questionnaire): Said[] =>
  textsOf(questionnaire)
    .filter(isSaid)
    .map(({ path, text }) => ({ path, ...(text as Omit<Said, 'path'>) }))

/** Names, written alike in every language. */
const names = ['Instagram', 'Snapchat', 'TikTok', 'WhatsApp, Discord', ...communes.map(({ name }) => name)]
const hasLetters = (text: string) => /\p{L}/u.test(text)
const tokens = (text: string) => (text.match(/%\{\w+\}|\*\*/g) ?? []).toSorted()

test.each(founding)('every text of $slug is said in French, easy French, English and Arabic', (questionnaire) => {
  expect(textsOf(questionnaire).length).toBeGreaterThan(100)
  expect(
    textsOf(questionnaire)
      .filter((found) => !isSaid(found))
      .map(({ path }) => path),
  ).toEqual([])
})

test.each(founding)('no translation of $slug loses or invents a value to fill in, or a bold word', (questionnaire) => {
  for (const said of saidIn(questionnaire))
    for (const tongue of tongues) expect(tokens(said[tongue]), `${said.path} ${tongue}`).toEqual(tokens(said.default))
})

test.each(founding)('the Arabic of $slug is in Arabic letters, its values kept apart from them', (questionnaire) => {
  for (const { path, default: french, ar } of saidIn(questionnaire)) {
    if (names.includes(ar)) continue
    if (hasLetters(french)) expect(ar, path).toMatch(/\p{Script=Arabic}/u)
    // A telephone number beside Arabic letters would be read backwards
    expect(ar.replaceAll(/\u2068%\{\w+\}\u2069/g, ''), path).not.toContain('%{')
    expect(ar, path).not.toMatch(/[,;?]|\u202f/)
  }
})

test.each(founding)('the English of $slug is no French left over', (questionnaire) => {
  const left = saidIn(questionnaire).filter(({ default: french, en }) => hasLetters(french) && en === french)
  expect(left.map(({ en }) => en).filter((text) => !names.includes(text))).toEqual([])
  for (const { path, en } of saidIn(questionnaire)) {
    expect(en, path).not.toMatch(/\p{Script=Arabic}|['"«»\u202f]/u)
    expect(en, path).not.toMatch(/\s[:;!?]/)
  }
})

test.each(founding)('the easy French of $slug is set as French is printed', (questionnaire) => {
  for (const { path, 'fr-facile': easy } of saidIn(questionnaire)) {
    expect(easy, path).not.toMatch(/'|"|\.\.\./)
    expect(easy, path).not.toMatch(/[^\u202f][;!?»]|«[^\u202f]|[^\u00a0\u202f]:| [%€](?!\{)/)
    expect(easy, path).not.toMatch(/ {2}|^ | $/)
  }
})

test.each(founding)('the easy French of $slug keeps its sentences short', (questionnaire) => {
  const sentences = saidIn(questionnaire).flatMap((said) => said['fr-facile'].split(/(?<=[.?!])\s/))
  const long = sentences.filter((sentence) => (sentence.match(/[\p{L}\d][\p{L}\d’-]*/gu) ?? []).length > 14)
  expect(long).toEqual([])
})
