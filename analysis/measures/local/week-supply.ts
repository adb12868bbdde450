/** Children who need care in a band of the week, by the register; and need minus supply, when the places open then are entered. */
import { halfHoursADay, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import type { ReferenceTables, SupplyRow } from '../../design/reference-tables.ts'
import type { FigureTable } from '../../disclosure/figure-table.ts'
import type { Figures } from '../../disclosure/published-figure.ts'
import type { Estimate } from '../../estimates/estimate.ts'
import { estimateOf } from '../../findings/presentation.ts'
import type { GridCell } from '../../report/tree.ts'
import { count, counted, date, mostWords, wordsIn } from '../../text/format.ts'
import { answersIn } from '../beside.ts'
import { frameOf } from '../frame.ts'
import type { Consequences, Subject } from '../measure.ts'
import { separateKey, separateTable } from '../separate.ts'
import type { Answer } from '../tables.ts'
import { viewOf } from '../view.ts'
import { childrenOf } from './children.ts'

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

/**
 * Places open during a whole band on every one of its days, in school time: those of its emptiest half-hour.
 *
 * @returns null when a service is open then without saying how many places it has
 */
export function openPlaces(
  supply: readonly SupplyRow[],
  { days, band }: Pick<WeekMoment, 'days' | 'band'>,
): number | null {
  const own = supply.filter(({ period }) => schoolTime.includes(period))
  let least = Number.POSITIVE_INFINITY
  for (const day of days)
    for (const half of halvesOf(band)) {
      const open = own.filter((row) => row.days.includes(day) && row.from <= half * 30 && row.to >= half * 30 + 30)
      if (open.some(({ places }) => places === null)) return null
      least = Math.min(
        least,
        open.reduce((sum, { places }) => sum + places!, 0),
      )
    }
  return least
}

function supplyCells(children: Estimate | null, places: number | null): GridCell[] {
  const text = (words: string): GridCell => ({ kind: 'text', text: words })
  const gap =
    children === null || places === null ? '–' : `de ${count(children.low - places)} à ${count(children.high - places)}`
  return [text(places === null ? 'non saisies' : count(places)), text(gap)]
}

function supplyNotes({ rows, source, date: day }: ReferenceTables['supply']): string[] {
  const services = new Set(rows.map(({ service }) => service)).size
  return [
    `Offre : ${counted(services, 'service saisi', 'services saisis')} (${source}, ${date(day)}). Places ouvertes pendant toute la plage, tous les jours de la ligne.`,
    'Un besoin peut être couvert par un proche, et une place ouverte être trop loin ou d’un autre âge : un écart n’est pas une demande.',
  ]
}

/** Where even the low end of the need is above the places: the moments by their names, or only how many they are. */
export function shortSentences(short: string[], moments: number): string[] {
  if (short.length === 0) return []
  const fewer = 'les places ouvertes sont moins nombreuses que les enfants qui en ont besoin.'
  const summed = `À ${short.length} moments de la semaine sur ${moments}, ${fewer}`
  const named = `${short.join(' ; ')} : ${fewer}`
  return [
    short.length > 1 && wordsIn(named) > mostWords ? summed : named.charAt(0).toUpperCase() + named.slice(1),
    'C’est vrai même au plus bas de l’estimation, si les autres familles ressemblent à celles qui ont répondu.',
  ]
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
  const frame = frameOf(study.reference, 'enfants', everyAge)
  if (column.kind !== 'week' || answersAt === null || !supply || frame === null) return null
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
      const children = childrenOf(share.value === null ? null : share, frame.count)
      return { moment, children, places: openPlaces(supply.rows, moment) }
    })
    const short = rows.filter(
      ({ children, places }) => isSupplied && children !== null && places !== null && children.low > places,
    )
    return {
      grids: [
        {
          title: isSupplied ? 'Besoin et places ouvertes, en période scolaire' : 'Enfants qui ont besoin d’un accueil',
          base: `Effectif : ${counted(frame.count, 'enfant', 'enfants')} de moins de 18 ans (${frame.source}, ${date(frame.date)})`,
          columns: [
            'Plage horaire',
            'Enfants qui en ont besoin',
            ...(isSupplied ? ['Places ouvertes', 'Besoin moins places'] : []),
          ],
          rows: rows.map(({ moment, children, places }) => ({
            label: moment.label,
            cells: [
              children === null ? { kind: 'none', why: 'too-few' } : { kind: 'estimate', estimate: children },
              ...(isSupplied ? supplyCells(children, places) : []),
            ],
          })),
          notes: [
            'Nombre d’enfants : part × effectif, si les familles silencieuses ressemblent aux autres.',
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
