/** Children who need care in a band of the week, by the register; and need minus supply, when the places open then are entered. */
import { halfHoursADay, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import type { ReferenceTables, SupplyRow } from '../../design/reference-tables.ts'
import type { FigureTable } from '../../disclosure/figure-table.ts'
import type { Figures } from '../../disclosure/published-figure.ts'
import type { Estimate } from '../../estimates/estimate.ts'
import { estimateCell, estimateOf } from '../../findings/presentation.ts'
import type { GridCell } from '../../report/tree.ts'
import { count, counted, date, mostWords, nbsp, thin, wordsIn } from '../../text/format.ts'
import { answersIn } from '../beside.ts'
import type { Consequences, Subject } from '../measure.ts'
import { populationCountOf } from '../population-count.ts'
import { separateKey, separateTable } from '../separate.ts'
import type { Answer } from '../tables.ts'
import { viewOf } from '../view.ts'
import { childrenOf, stepOf } from './children.ts'

type Band = { from: number; to: number }
export type WeekMoment = {
  id: string
  label: string
  days: readonly number[]
  band: Band
  part: (rows: WeekRow[]) => number
}

const everyAge: [number, number] = [0, 17]
const schoolTime = ['année scolaire', 'toute l’année']

/** Half-hours of a band; the night goes round midnight. */
const halvesOf = ({ from, to }: Band): number[] =>
  Array.from(
    { length: (to - from + halfHoursADay) % halfHoursADay || halfHoursADay },
    (_, at) => (from + at) % halfHoursADay,
  )

/** Places open in the half-hour of a band that has fewest of them, and in the one that has most. */
type Open = { least: number; most: number }

/**
 * Places open half-hour by half-hour in a band, on each of its days, in school time.
 *
 * @returns null when a service is open then without saying how many places it has
 */
export function openPlaces(
  supply: readonly SupplyRow[],
  { days, band }: Pick<WeekMoment, 'days' | 'band'>,
): Open | null {
  const own = supply.filter(({ period }) => schoolTime.includes(period))
  const open = days.flatMap((day) =>
    halvesOf(band).map((half) =>
      own.filter((row) => row.days.includes(day) && row.from <= half * 30 && row.to >= half * 30 + 30),
    ),
  )
  if (open.flat().some(({ places }) => places === null)) return null
  const places = open.map((rows) => rows.reduce((sum, row) => sum + row.places!, 0))
  return { least: Math.min(...places), most: Math.max(...places) }
}

function supplyCells(children: Estimate | null, places: Open | null): GridCell[] {
  const text = (words: string): GridCell => ({ kind: 'text', text: words })
  if (places === null) return [text('non saisies'), text('–')]
  const { least, most } = places
  return [
    text(least === most ? count(most) : `de ${count(least)} à ${count(most)} selon l’heure`),
    text(children === null ? '–' : `de ${count(children.low - most)} à ${count(children.high - least)}`),
  ]
}

function supplyNotes({ rows, source, date: day }: ReferenceTables['supply']): string[] {
  const services = new Set(rows.map(({ service }) => service)).size
  return [
    `Offre : ${counted(services, 'service saisi', 'services saisis')} (${source}, ${date(day)}). «${thin}Selon l’heure${thin}»${nbsp}: de la demi-heure qui a le moins de places à celle qui en a le plus.`,
    'Un besoin peut être couvert par un proche, et une place ouverte être trop loin ou d’un autre âge : un écart n’est pas une demande.',
  ]
}

/** Where even the low end of the need is above the most places open at once: the moments by their names, or only how many they are. */
export function shortSentences(short: string[], moments: number): string[] {
  if (short.length === 0) return []
  const fewer = 'il y a, d’après l’estimation la plus basse, moins de places ouvertes que d’enfants à faire garder.'
  const summed = `À ${short.length} des ${moments} moments étudiés dans la semaine, ${fewer}`
  const named = `${short.join(' ; ')} : ${fewer}`
  return [
    short.length > 1 && wordsIn(named) > mostWords ? summed : named.charAt(0).toUpperCase() + named.slice(1),
    'Certains sont peut-être gardés par un proche, et le calcul suppose que les autres familles ressemblent à celles qui ont répondu.',
  ]
}

type SupplyLine = { moment: WeekMoment; children: Estimate | null; places: Open | null }

/** Places of the lines: what lacks most places for sure first; without places, what most children need. */
function mostShort(rows: readonly SupplyLine[], isSupplied: boolean): number[] {
  const lacking = ({ children, places }: SupplyLine) =>
    children === null || (isSupplied && places === null) ? Number.NEGATIVE_INFINITY : children.low - (places?.most ?? 0)
  return [...rows.keys()].toSorted((a, b) => lacking(rows[b]!) - lacking(rows[a]!))
}

/**
 * @param needed path of « does the child need care »: those who do not need any count among the children
 * @returns null without register, or that question
 */
export function supplyOf(
  subject: Subject,
  needed: string | undefined,
  moments: WeekMoment[],
): { table: FigureTable; consequences: (figures: Figures) => Consequences } | null {
  const { column, study } = subject
  const answersAt = needed === undefined ? null : answersIn(subject, needed)
  const supply = study.reference?.supply
  const population = populationCountOf(study.reference, 'enfants', everyAge)
  if (column.kind !== 'week' || answersAt === null || !supply || population === null) return null
  const isSupplied = supply.rows.length > 0
  const view = viewOf(subject, 'offre', { among: `${needed}:offre` })
  const idle = (row: number) => answersAt(row)?.some((value) => value === 'non' || value === 'urgence') ?? false
  const answers = moments.map(
    (moment): Answer => ({
      value: moment.id,
      label: moment.label,
      hits: Float64Array.from(column.weeks, (rows, row) =>
        rows.length > 0 ? moment.part(rows) : idle(row) ? 0 : Number.NaN,
      ),
    }),
  )
  const id = `${subject.slug}/${subject.indicator.id}/offre`
  const consequences = (figures: Figures): Consequences => {
    const rows = moments.map((moment) => {
      const share = estimateOf(figures(id, separateKey(view, moment.id)))
      const children = childrenOf(share.value === null ? null : share, population.count)
      return { moment, share, children, places: openPlaces(supply.rows, moment) }
    })
    const short = rows.filter(
      ({ children, places }) => isSupplied && children !== null && places !== null && children.low > places.most,
    )
    return {
      grids: [
        {
          title: isSupplied ? 'Besoin et places ouvertes, en période scolaire' : 'Enfants qui ont besoin d’un accueil',
          base: `Effectif : ${counted(population.count, 'enfant', 'enfants')} de moins de 18 ans, dans tout le territoire (${population.source}, ${date(population.date)})`,
          columns: [
            'Plage horaire',
            'Part de tous les enfants',
            'Enfants qui en ont besoin',
            ...(isSupplied ? ['Places ouvertes', 'Besoin moins places'] : []),
          ],
          rows: rows.map(({ moment, share, children, places }) => ({
            label: moment.label,
            cells: [
              estimateCell(share),
              estimateCell(children ?? share),
              ...(isSupplied ? supplyCells(children, places) : []),
            ],
          })),
          first: mostShort(rows, isSupplied),
          firstBy: isSupplied
            ? 'où il manque le plus de places, d’après le bas de la fourchette'
            : 'où le plus d’enfants ont besoin d’un accueil, d’après le bas de la fourchette',
          notes: [
            `Nombre d’enfants : part de tous les enfants × ${count(population.count)}${stepOf(population.count) === 10 ? ', à la dizaine' : ''}, si les familles silencieuses ressemblent aux autres. La part est en pour cent entiers : un point vaut ${count(Math.round(population.count / 100))} enfants, et chaque bout de la fourchette compte un demi-point de plus.`,
            ...(isSupplied ? supplyNotes(supply) : []),
          ],
        },
      ],
      sentences: shortSentences(
        short.map(({ moment }) => moment.label.toLowerCase()),
        rows.length,
      ),
      limits: [],
    }
  }
  return { table: separateTable(view, id, answers), consequences }
}
