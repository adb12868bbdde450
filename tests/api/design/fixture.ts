/** A questionnaire that passes the review, and the steps to publish it. */
import { expect } from 'vitest'
import type { Questionnaire, Text } from '../../../surveys/questionnaire/questionnaire.ts'
import type { Browser } from '../accounts/office.ts'

export const said = (french: string): Text => ({ default: french, 'fr-facile': french, en: french, ar: french })
const lines = ['qui', 'pourquoi', 'temps', 'libre', 'base', 'acces', 'droits']

/** Complete in four languages, without parameters. */
export function whole(slug: string, title = 'Point d’entrée Jeunesse'): Questionnaire {
  return {
    slug,
    version: 1,
    title: said(title),
    summary: said('Deux questions.'),
    audience: 'young-16-25',
    audienceText: said('Tu as entre 16 et 25 ans'),
    minutes: 1,
    unit: 'persons',
    notice: { lines: lines.map((id) => ({ id, title: said('Titre'), text: said('Texte.') })) },
    parameters: [],
    assigned: [],
    indicators: [
      {
        id: 'venir',
        objective: 26,
        field: 'venir',
        measure: 'share',
        wanted: ['oui'],
        breakdowns: [],
        unit: 'persons',
        title: 'Venir au point d’entrée',
        sentence: '{value} viendraient ({interval} ; {base} réponses).',
      },
    ],
    definition: {
      pages: [
        {
          name: 'page_1',
          elements: [
            {
              type: 'radiogroup',
              name: 'venir',
              title: said('Viendrais-tu ?'),
              objectives: [26],
              sensitivity: 'ordinary',
              choices: [
                { value: 'oui', text: said('Oui') },
                { value: 'non', text: said('Non') },
              ],
            },
            {
              type: 'checkbox',
              name: 'pourquoi',
              title: said('Pour quoi faire ?'),
              visibleIf: "{venir} = 'oui'",
              objectives: [26],
              sensitivity: 'ordinary',
              choices: [
                { value: 'job', text: said('Un job') },
                { value: 'logement', text: said('Un logement') },
              ],
              showNoneItem: true,
            },
          ],
        },
      ],
    },
  }
}

export type Room = {
  toOpen: { text: string }[]
  revision: number
  draft: {
    state: string
    questionnaire: Questionnaire
    comments: { id: string; text: string; settled: boolean }[]
    readOver: { en?: { names: string; of?: string } }
  } | null
  published: { version: number; questionnaire: Questionnaire } | null
  status: string
  versions: { version: number }[]
  others: { name: string }[]
}

/** One person's hand on a questionnaire. */
export function handOf(browser: Browser, slug: string) {
  const at = `/api/design/${slug}`
  const room = async () => (await browser.get(at)).body as unknown as Room
  return {
    room,
    make: (title = 'Point d’entrée Jeunesse') => browser.post('/api/design', { from: 'blank', title, newSlug: slug }),
    save: async (questionnaire: Questionnaire, revision?: number) =>
      browser.ask('PUT', at, { revision: revision ?? (await room()).revision, questionnaire }),
    post: (step: string, body: object = {}) => browser.post(`${at}/${step}`, body),
    ask: async (opening: object | null = { as: 'trial', closesAt: null }) =>
      browser.post(`${at}/ask`, { revision: (await room()).revision, opening }),
    approve: async (revision?: number) =>
      browser.post(`${at}/approve`, { revision: revision ?? (await room()).revision }),
    notes: (notes: object) => browser.ask('PUT', `${at}/notes`, notes),
    gate: async () => (await browser.get(`${at}/gate`)).body,
    remove: () => browser.ask('DELETE', at),
  }
}

/** Made, written, asked for and approved: on trial. */
export async function published(author: Browser, approver: Browser, questionnaire: Questionnaire): Promise<void> {
  const hand = handOf(author, questionnaire.slug)
  const made = await hand.make()
  if (made.status !== 201) await hand.post('draft')
  expect((await hand.save(questionnaire)).status).toBe(200)
  const asked = await hand.ask()
  expect([asked.status, asked.text]).toEqual([200, asked.text])
  const approved = await handOf(approver, questionnaire.slug).approve()
  expect([approved.status, approved.text]).toEqual([200, approved.text])
}
