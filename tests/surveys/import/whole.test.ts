import { expect, test } from 'vitest'
import { ImportError } from '../../../surveys/import/notes.ts'
import { importWhole, isWhole } from '../../../surveys/import/whole.ts'
import { blankQuestionnaire } from '../../../surveys/questionnaire/blank.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { reviewQuestionnaire } from '../../../surveys/review/review.ts'

const families = founding().find(({ slug }) => slug === 'familles')!
const named = (slug: string, title = frenchOf(families.title)) => blankQuestionnaire(slug, title)
/** Through text, as it travels. */
const taken = (file: unknown, blank = named('familles')) => importWhole(JSON.parse(JSON.stringify(file)), blank)
const reasons = (file: unknown): string[] => {
  try {
    taken(file)
    return []
  } catch (error) {
    if (error instanceof ImportError) return error.reasons
    throw error
  }
}

test('each founding questionnaire comes back as it went, with no note', () => {
  for (const questionnaire of founding()) {
    const { slug, title } = questionnaire
    const { questionnaire: back, notes } = taken({ ...questionnaire, version: 1 }, named(slug, frenchOf(title)))
    expect([slug, notes]).toEqual([slug, []])
    expect(back).toEqual({ ...questionnaire, version: 1 })
  }
})

test('a SurveyJS file is not taken for a questionnaire of this product, nor the other way round', () => {
  expect(isWhole(families)).toBe(true)
  for (const other of [families.definition, { definition: {} }, { definition: { pages: 'x' } }, [], null, 'x'])
    expect(isWhole(other)).toBe(false)
})

test('another code, a later version, another title are noted', () => {
  const { questionnaire, notes } = taken({ ...families, version: 4 }, named('familles-2', 'Familles, seconde vague'))
  expect(questionnaire).toMatchObject({ slug: 'familles-2', version: 1, title: 'Familles, seconde vague' })
  expect(notes.map((note) => note.replace(/\s/g, ' '))).toEqual([
    'Son code était « familles » ; ici, c’est « familles-2 ».',
    'Le fichier porte la version 4 ; ici, le brouillon repart de la version 1.',
    'Le titre n’est pas celui du fichier : ses traductions sont à écrire.',
  ])
})

test('objectives of another plan, other languages and unknown parts are left, each noted with its place', () => {
  const file = structuredClone({ ...families, version: 1 }) as Questionnaire & { author?: string }
  file.author = 'Alix'
  const [question] = file.definition.pages[0]!.elements
  Object.assign(question!, { title: { default: 'Où ?', de: 'Wo?', ar: 'أين؟' }, objectives: [1, 39] })
  file.indicators = [{ ...file.indicators[0]!, objective: 40, title: 'Hors du plan' }, file.indicators[1]!]
  const { questionnaire, notes } = taken(file)
  const [imported] = questionnaire.definition.pages[0]!.elements
  expect(imported).toMatchObject({ title: { default: 'Où ?', ar: 'أين؟' }, objectives: [1] })
  expect(imported!.title).not.toHaveProperty('de')
  expect(questionnaire.indicators.map(({ id }) => id)).toEqual([families.indicators[1]!.id])
  expect(notes.map((note) => note.replace(/\s/g, ' '))).toEqual([
    'Ce qui n’est pas une partie d’un questionnaire est laissé (« author »)',
    'Langue qui n’est pas proposée ici, laissée (« de »)',
    'Objectifs hors du plan : numéros laissés (« Où ? »)',
    'Indicateurs sous un objectif hors du plan, laissés (« Hors du plan »)',
  ])
})

test('parts that the file lacks are those of a blank page, and noted', () => {
  const { slug, title, definition } = families
  const { questionnaire, notes } = taken({ slug, title, definition })
  expect(questionnaire.notice).toEqual(named('familles').notice)
  expect(notes).toEqual([expect.stringMatching(/^Parties absentes du fichier.*«\sdurée annoncée\s».* et 4 autres\)$/)])
})

test('what cannot be a draft is refused in French, with where', () => {
  expect(reasons({ ...families, audience: 'martians' })).toEqual([expect.stringMatching(/^Dans «\saudience\s»\s: /)])
  expect(reasons({ ...families, indicators: 'x' })[0]).toContain('indicators')
  let deep: unknown = {}
  for (let level = 0; level < 40; level++) deep = { deep }
  expect(reasons({ ...families, notice: deep })).toEqual([expect.stringContaining('emboîte trop')])
})

test('what the review would stop is stopped all the same', () => {
  const file = structuredClone(families)
  file.definition.pages[0]!.elements.push({ type: 'html', name: 'piege', html: '<script>alert(1)</script>' })
  const { questionnaire } = taken(file)
  expect(reviewQuestionnaire(questionnaire, { measures: new Set() }).toFix.map(({ path }) => path)).toContain('piege')
})
