/** How much paper a family gets: printed pages, not the blank backs of its leaves. */
import { expect, test } from 'vitest'
import { print } from '../../../api/paper/print.ts'
import { codeWords } from '../../../surveys/answers/withdrawal-words.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { announcedMinutes } from '../../../surveys/review/burden.ts'
import { readPdf } from '../../pdf.ts'

const questionnaire = founding().find(({ slug }) => slug === 'familles')!

/** The text of each page for two children; the back of a leaf says its foot and no more. */
async function pagesIn(language: 'fr' | 'fr-facile'): Promise<string[]> {
  const form = { number: '1-001-1', words: codeWords.slice(0, 12), drawn: {} }
  const place = {
    closesAt: '2026-06-30T21:59:59.000Z',
    author: 'Communauté de communes',
    origin: 'https://exemple.fr',
    pictureOf: async () => null,
    isReviewed: true,
  }
  const { pages } = await readPdf(await print({ questionnaire, language, forms: [form], copies: 2, ...place }))
  return pages
}
const isBlank = (text: string) => text.length < 120

test.each([
  ['fr', 11],
  ['fr-facile', 13],
] as const)(
  'a family of two children has no more than the pages promised, in %s, and none nearly empty',
  async (language, most) => {
    const pages = await pagesIn(language)
    const printed = pages.filter((text) => !isBlank(text))
    expect(printed.length).toBeLessThanOrEqual(most)
    expect(printed.filter((text) => text.length < 1_000)).toEqual([])
    // leaves that may be left aside begin on a right-hand page, after at most one blank
    const starts = pages.flatMap((text, at) => (at > 0 && isBlank(pages[at - 1]!) && !isBlank(text) ? [at + 1] : []))
    expect(starts.every((page) => page % 2 === 1)).toBe(true)
  },
)

// the paper said « Environ 8 minutes pour un enfant » beside a card of « 3 à 9 min »
test('the notice on paper says the minutes and the last day that the site announces', async () => {
  const [notice] = await pagesIn('fr')
  const { from, to } = announcedMinutes(questionnaire)
  expect(notice).toContain(`De ${from} à ${to} minutes. Jusqu’au 30 juin 2026.`)
  expect(notice).not.toContain('Environ')
})

test('every other week has a leaf of its own, the last one, with a week for each child', async () => {
  const pages = await pagesIn('fr')
  const withWeekB = pages.flatMap((text, at) => (text.includes('Semaine B, seulement') ? [at + 1] : []))
  expect(withWeekB).toEqual([pages.length])
  expect(pages.length % 2).toBe(1)
  expect(pages.at(-1)!.match(/Dimanche/g)).toHaveLength(2)
})
