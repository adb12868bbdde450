/**
 * The typical week of the children: when care is needed, when a solution holds, when it is lacking.
 *
 * - needed: the half-hour is in one of the child's rows;
 * - lacking: needed, and the parents say there is nobody (`none`) or that the solution is hard to keep up (`strained`);
 * - covered: needed, and the parents say that the solution holds.
 * What they left unsaid is needed, and neither lacking nor covered.
 * A child with alternating weeks counts for one half in each of them; the Wilson interval, made for zeros and ones, is then
 * on the safe side. The base is the children whose week is known, and who need care (the others are not asked).
 */

import { bands, halfHoursIn, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import { answersIn } from '../beside.ts'
import { ranked } from '../general/shares.ts'
import type { Consequences, Layout, Measure, Measured, Subject } from '../measure.ts'
import { ending } from '../sentences.ts'
import { type Answer, answerKey, breakdownLayouts, shareTables, tableId } from '../tables.ts'
import { halfHourTable, isLacking, type Layer, layerTitles } from './half-hours.ts'
import { hitsOf, tally } from './population.ts'
import { dreesOf } from './week-drees.ts'
import { supplyOf, type WeekMoment } from './week-supply.ts'

const dayTypes = [
  { id: 'semaine', text: 'du lundi au vendredi', days: [1, 2, 3, 4, 5] },
  { id: 'samedi', text: 'le samedi', days: [6] },
  { id: 'dimanche', text: 'le dimanche', days: [7] },
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** @throws RangeError when the field is not a week */
export function computeWeek(subject: Subject): Measured {
  const { column, table, indicator } = subject
  if (column.kind !== 'week') throw new RangeError(`week needs a week: ${indicator.field}`)
  const layers: BandLayer[] = subject.asksCover ? ['needed', 'covered', 'lacking'] : ['needed']
  const unusual: Answer = {
    value: 'horaires-etendus',
    label: 'Avant 8 h, après 18 h 30, la nuit ou le week-end',
    hits: hitsOf(column, table.rows, (row) => column.weeks[row]!.some(isUnusual)),
  }
  const headline = { table: tableId(subject, null), key: answerKey(subject, unusual.value) }
  const heading = shareTables(subject, [unusual])
  if (tally(unusual.hits).base === 0) return { tables: heading, headline, rivals: [], layouts: [], week: null }

  const moments = momentsOf(subject, layers)
  const bandSubject = { ...subject, indicator: { ...indicator, id: `${indicator.id}-plages` } }
  const needs = indicator.beside?.[0]
  const regular = needs === undefined ? null : answersIn(subject, needs)
  const halves = regular
    ? halfHourTable(
        subject,
        ['needed', 'regular', ...layers.slice(1)],
        (child) => regular(child)?.[0] === 'chaque_semaine',
      )
    : halfHourTable(subject, layers)
  const more = [dreesOf(subject), supplyOf(subject, needs, weekMoments)].filter((one) => one !== null)
  const needed = moments.map((moment) => ({ ...moment.answers.needed!, label: moment.label }))
  const lacking = moments.flatMap(({ answers, label }) => (answers.lacking ? [{ ...answers.lacking, label }] : []))
  const every = moments.flatMap((moment) => Object.values(moment.answers))
  // a moment that few children need is not worth comparing between groups
  const common = (layouts: Layout[]) => layouts.map((one) => ranked(one, bandSubject, needed, mainMoments))
  return {
    tables: [
      ...heading,
      ...shareTables(bandSubject, every, [...needed, ...lacking]),
      halves.table,
      ...more.map((one) => one.table),
    ],
    headline,
    rivals: [],
    layouts: [
      bandLayout(bandSubject, moments, layers),
      ...breakdownLayouts(subject, [unusual]),
      ...titled(common(breakdownLayouts(bandSubject, needed)), 'Besoin d’un accueil'),
      ...(lacking.length > 0 ? titled(common(breakdownLayouts(bandSubject, lacking)), 'Sans solution qui tienne') : []),
    ],
    week: halves.view,
    silent: true,
    consequences: (figures) => joined(more.map((one) => one.consequences(figures))),
  }
}

const joined = (parts: Consequences[]): Consequences => ({
  grids: parts.flatMap(({ grids }) => grids),
  sentences: parts.flatMap(({ sentences }) => sentences),
  limits: parts.flatMap(({ limits }) => limits),
})

const isUnusual = (row: WeekRow) =>
  row.day > 5 || bands.some((band) => band.id !== 'journee' && halfHoursIn(row, band) > 0)
const titled = (layouts: Layout[], words: string) =>
  layouts.map((one) => ({ ...one, title: `${words}, ${one.title.toLowerCase()}` }))

/** Needed by one child in twenty at least. */
const mainMoments = { by: 'given', least: 0.05, left: 'Seuls les moments les plus fréquents sont montrés.' } as const

/** Regularity is read half-hour by half-hour only. */
type BandLayer = Exclude<Layer, 'regular'>

/** The same bands for the supply, in parts of the weeks. */
const weekMoments: WeekMoment[] = dayTypes.flatMap((dayType) =>
  bands.map((band) => ({
    id: `${dayType.id}:${band.id}`,
    label: `${capital(band.text)}, ${dayType.text}`,
    days: dayType.days,
    band,
    part: (rows) => partOfWeeks(rows, (row) => dayType.days.includes(row.day) && halfHoursIn(row, band) > 0),
  })),
)

type Moment = { label: string; answers: Partial<Record<BandLayer, Answer>> }

/** At least one half-hour of the band on one of the days: one answer per band, kind of day and layer. */
function momentsOf(subject: Subject, layers: BandLayer[]): Moment[] {
  const { column, table } = subject
  const weeks = (column as { weeks: WeekRow[][] }).weeks
  return dayTypes.flatMap((dayType) =>
    bands.map((band) => {
      const inside = (row: WeekRow) => dayType.days.includes(row.day) && halfHoursIn(row, band) > 0
      const needed = hitsOf(column, table.rows, () => false)
      const lacking = hitsOf(column, table.rows, () => false)
      const covered = hitsOf(column, table.rows, () => false)
      weeks.forEach((rows, child) => {
        if (rows.length === 0) return
        needed[child] = partOfWeeks(rows, inside)
        lacking[child] = partOfWeeks(rows, (row) => inside(row) && isLacking(row))
        covered[child] = needed[child]! - partOfWeeks(rows, (row) => inside(row) && row.cover !== 'covered')
      })
      const hits = { needed, lacking, covered }
      const named = layers.map((layer) => {
        const value = `${dayType.id}:${band.id}:${layer}`
        return [layer, { value, label: layerTitles[layer], hits: hits[layer] }] as const
      })
      return { label: `${capital(band.text)}, ${dayType.text}`, answers: Object.fromEntries(named) }
    }),
  )
}

/** 1 in every week, 0.5 in one of two, 0 in none. */
function partOfWeeks(rows: WeekRow[], test: (row: WeekRow) => boolean): number {
  const [a, b] = (['A', 'B'] as const).map((week) => rows.some((row) => row.week !== other(week) && test(row)))
  return (Number(a) + Number(b)) / 2
}
const other = (week: 'A' | 'B') => (week === 'A' ? 'B' : 'A')

const unsaidNote =
  'Un moment dont la famille n’a pas dit s’il est couvert compte comme un besoin, et dans aucune autre colonne.'

function bandLayout(subject: Subject, moments: Moment[], layers: BandLayer[]): Layout {
  return {
    table: tableId(subject, null),
    title: 'Au moins une fois dans la semaine, par plage horaire',
    rowTitle: 'Plage horaire',
    columns: [...layers.map((layer) => ({ title: layerTitles[layer], kind: 'estimate' as const }))],
    rows: moments.map(({ label, answers }) => {
      const keys = layers.map((layer) => answerKey(subject, answers[layer]!.value))
      return { label, keys }
    }),
    drawn: false,
    notes: [
      'Un enfant dont les semaines alternent compte pour moitié.',
      ...(layers.includes('lacking') ? [unsaidNote] : []),
    ],
  }
}

export const weekMeasure = {
  name: 'week',
  title: 'Semaine type',
  help: 'À quelles heures de la semaine il faut une garde, et quand elle manque.',
  kinds: ['week'],
  needsWanted: false,
  beside: [],
  sentence: `{value} des enfants concernés ont besoin d’une garde tôt, tard, la nuit ou le week-end${ending}`,
  easy: {
    counted: {
      'fr-facile': 'ont besoin d’une garde tôt le matin, le soir, la nuit ou le week-end',
      en: 'need childcare early in the morning, in the evening, at night or at the weekend',
      ar: 'يحتاجون إلى رعاية في الصباح الباكر أو مساءً أو ليلًا أو في نهاية الأسبوع',
    },
  },
  compute: computeWeek,
} as const satisfies Measure
