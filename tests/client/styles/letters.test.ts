import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languageRows, languages } from '../../../surveys/languages.ts'
import { dictionary, sections } from '../../surveys/dictionaries.ts'
import { drafts } from '../../surveys/questionnaires.ts'
import { fileOf, letters, made, weights } from './letters.ts'

test.each(weights)('the letters of weight %i are those that the package has', async (weight) => {
  expect(readFileSync(fileOf(weight)).equals(await made(weight))).toBe(true)
})

/** Drawn by no font of ours: kept together, said apart. */
const unseen = '\u202f\u2068\u2069'

test('what is shipped in Latin letters needs no other', () => {
  const known = new Set(letters())
  const shipped = languages
    .filter((language) => languageRows[language].script === 'Latin')
    .flatMap((language) => sections.map((section) => dictionary(language, section)))
  const written = JSON.stringify([shipped, drafts])
  const others = [...new Set(written)].filter((sign) => !known.has(sign) && !unseen.includes(sign))
  expect(others.filter((sign) => !/\p{Script_Extensions=Arabic}/u.test(sign))).toEqual([])
})
