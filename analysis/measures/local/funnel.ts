/**
 * Funnel of services: known → would use → used, for each service of a list.
 *
 * The field is the row of the first service, beside it the rows of the others; each answer is one of `inconnu`, `connu`,
 * `envie`, `utilise`. The headline is the first service.
 */

import { answersBeside, fieldAt } from '../beside.ts'
import type { Layout, Measure, Measured, Subject } from '../measure.ts'
import { ending, optional } from '../sentences.ts'
import { type Answer, answerKey, breakdownLayouts, shareTables, tableId } from '../tables.ts'

const stages = [
  { value: 'connu', text: 'Le connaissent', counts: ['connu', 'envie', 'utilise'] },
  { value: 'interesse', text: 'L’utilisent ou aimeraient', counts: ['envie', 'utilise'] },
  { value: 'utilise', text: 'L’utilisent', counts: ['utilise'] },
] as const

export function computeFunnel(subject: Subject): Measured {
  const { indicator, field, table } = subject
  const services = [field.path, ...(indicator.beside ?? [])].map((path) => {
    const own = fieldAt(subject, path)!
    const answersAt = answersBeside(subject, path)
    const offered = new Set(own.choices.map(({ value }) => value))
    // A list that never asked « would you » has no middle stage
    const offeredStages = stages.filter(({ value }) => value !== 'interesse' || offered.has('envie'))
    const answers = offeredStages.map(
      ({ value, counts }): Answer => ({
        value: `etape:${value}`,
        label: nameOf(own.title),
        hits: Float64Array.from({ length: table.rows }, (_, row) => {
          const given = answersAt(row)
          return given === null ? Number.NaN : Number(given.some((one) => (counts as readonly string[]).includes(one)))
        }),
      }),
    )
    const id = `${indicator.id}-${path.split('.').at(-1)!.replaceAll('_', '-')}`
    const view: Subject = { ...subject, field: own, indicator: { ...indicator, id, title: nameOf(own.title) } }
    const keyOf = (answer: Answer, where = {}) => answerKey(view, answer.value, where)
    const tables = shareTables(view, answers, answers.slice(0, 1))
    return { view, answers, tables, keyOf }
  })
  const first = services[0]!
  const page = {
    ...first.tables[0]!,
    id: tableId(subject, null),
    figures: services.flatMap(({ tables }) => tables[0]!.figures),
  }
  const full = services.toSorted((a, b) => b.answers.length - a.answers.length)[0]!.answers.map(({ value }) => value)
  const layout: Layout = {
    table: page.id,
    title: 'Du service connu au service utilisé',
    rowTitle: 'Service',
    columns: [
      ...stages
        .filter(({ value }) => full.includes(`etape:${value}`))
        .map(({ text }) => ({ title: text, kind: 'estimate' as const })),
      { title: 'Base', kind: 'base' as const },
    ],
    rows: services
      .filter(({ answers }) => answers.length === full.length)
      .map(({ answers, keyOf }) => ({
        label: answers[0]!.label,
        keys: [...answers.map((one) => keyOf(one)), keyOf(answers[0]!)],
      })),
    nested: full.map((_, at) => full.length - 1 - at),
    drawn: false,
    notes: ['Chaque étape contient la suivante. Connaître de nom n’est pas savoir ce que le service fait.'],
  }
  return {
    tables: [...services.flatMap(({ tables }) => tables), page],
    headline: { table: page.id, key: first.keyOf(first.answers[0]!) },
    rivals: [],
    layouts: [
      layout,
      ...services.flatMap(({ view, answers }) =>
        breakdownLayouts(view, answers.slice(0, 1)).map((one) => ({
          ...one,
          title: `${answers[0]!.label} : connu, ${one.title.toLowerCase()}`,
        })),
      ),
    ],
    week: null,
  }
}

/** « Connaissez-vous ces services ? — RPE : conseils » → « RPE ». */
const nameOf = (title: string) => title.split(' — ').at(-1)!.split(/\s*:/)[0]!

export const funnelMeasure = {
  name: 'funnel',
  title: 'Du service connu au service utilisé',
  help: 'Pour une grille de services dont les réponses sont « inconnu, connu, envie, utilisé ».',
  kinds: ['choice'],
  needsWanted: false,
  beside: [optional('les autres services')],
  sentence: `{value} des personnes répondantes connaissent ce service, au moins de nom${ending}`,
  easy: 'answers',
  compute: computeFunnel,
} as const satisfies Measure
