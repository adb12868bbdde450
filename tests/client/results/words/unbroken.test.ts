/** « 11- / 15 ans » was read on a slide. */
import { expect, test } from 'vitest'
import type { analyse } from '../../../../api/wire/public.ts'
import { unbroken } from '../../../../client/results/committee/unbroken.ts'

test('ages are not cut in what is read of a page; its addresses stay as they are', () => {
  const page = {
    ...{
      objective: 22,
      title: 'Lieux des 11-15 ans',
      question: 'Où vont les 11-15 ans ?',
      finding: 'jeunes-11-15-lieux',
    },
    lead: { slug: 'jeunes-11-15', indicator: 'lieux', title: 'Lieux des 11-15 ans' },
    ...{
      twin: null,
      also: null,
      strength: 'fragile',
      answer: '',
      measured: '',
      brief: 'Au porte-à-porte.',
      picture: null,
    },
    ...{
      where: null,
      needs: null,
      declared: null,
      unknown: ['Les 16-25 ans.'],
      asked: '',
      own: { answer: '', asked: '' },
    },
    decided: [
      { title: 'Ici, c’est comment ? 11-15 ans', text: 'Aller vers eux.', on: { questionnaire: 'jeunes-11-15' } },
    ],
  } as unknown as analyse.CommitteePage
  const read = unbroken(page)
  const bound = (text: string) => text.replaceAll('-', '-\u2060')
  expect([read.title, read.lead.title, read.unknown[0]]).toEqual(
    ['Lieux des 11-15 ans', 'Lieux des 11-15 ans', 'Les 16-25 ans.'].map(bound),
  )
  expect(read.decided[0]!.title).toBe(bound('Ici, c’est comment ? 11-15 ans'))
  expect([read.finding, read.lead.slug, read.brief]).toEqual([
    'jeunes-11-15-lieux',
    'jeunes-11-15',
    'Au porte-à-porte.',
  ])
})

test('a range of places is not cut in its table', () => {
  const cells = ['de 1\u202f898 à 2\u202f730', 'de 0 à 650 selon l’heure', '44 %'].map((text) => ({ text }))
  const needs = { rows: [{ label: 'De 6 h à 8 h', cells }] }
  const none = { unknown: [], decided: [], title: '', question: '', answer: '', measured: '', brief: '', asked: '' }
  const page = { ...none, lead: { title: '' }, twin: null, also: null, where: null, needs, declared: null }
  const [row] = unbroken(page as unknown as analyse.CommitteePage).needs!.rows
  expect(row!.label).toBe('De 6 h à 8 h')
  expect(row!.cells.map(({ text }) => text)).toEqual([
    'de\u00a01\u202f898\u00a0à\u00a02\u202f730',
    'de\u00a00\u00a0à\u00a0650 selon l’heure',
    '44 %',
  ])
})
