/**
 * Young people and their places, by kind of place and never on a map: where they are most of the time, when, for what, what
 * is missing there and, when they say so, whether they feel safe.
 *
 * The field is the main place; beside it: when, what for, what is missing, and perhaps safety.
 */

import { specialValues } from '../../../surveys/questionnaire/elements.ts'
import { state, stateAt } from '../../columns/column.ts'
import type { Figures } from '../../disclosure/published-figure.ts'
import { leadersIn } from '../../findings/leaders.ts'
import { estimateOf } from '../../findings/presentation.ts'
import { besideOf, isOpen } from '../../findings/ties.ts'
import { and, mostWords, wordsIn } from '../../text/format.ts'
import { answersBeside, answersIn, fieldAt } from '../beside.ts'
import { ranked, topOf } from '../general/shares.ts'
import type { Breakdown, Layout, Measure, Measured, Subject } from '../measure.ts'
import { ending, needed, optional } from '../sentences.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId, unionValue } from '../tables.ts'
import { groupsOf, viewOf } from '../view.ts'

/**
 * Kinds of place: fine enough to act on, too wide to find anybody. `away`: its name where the question is about being out; `other`: beside
 * places that have a name of their own.
 */
export const placeKinds = [
  {
    value: 'logement',
    text: 'Chez soi, dans la famille ou chez des amis',
    away: 'Dans la famille ou chez des amis',
    places: ['chez_moi', 'famille', 'chez_amis'],
  },
  { value: 'en_ligne', text: 'En ligne', places: ['en_ligne'] },
  { value: 'sport', text: 'Stade ou city-stade', other: 'Autre stade ou city-stade', places: ['stade', 'city_stade'] },
  { value: 'nature', text: 'Parc ou berges', other: 'Autre parc ou berges', places: ['parc', 'berges'] },
  { value: 'passage', text: 'Parking, gare ou arrêt de bus', places: ['parking', 'gare', 'arret_bus'] },
  { value: 'commerces', text: 'Commerces', places: ['commerces'] },
  { value: 'accueil', text: 'Médiathèque, espace jeunes ou club', places: ['mediatheque', 'espace_jeunes', 'club'] },
  // those the authority has named itself (`lieux_jeunes`): together, since each alone would be a map
  { value: 'nomme', text: 'Un des lieux nommés dans la question', places: [] },
] as const

const namedKind = placeKinds[placeKinds.length - 1]!
const ofKind: ReadonlySet<string> = new Set(placeKinds.flatMap(({ places }) => [...places]))
const isNamed = (value: string) => !ofKind.has(value) && !isAsideCode(value)
const isAsideCode = (value: string) => specialValues.has(value) || value === 'pas_concerne'

/** @throws RangeError when the main place is not a choice */
export function computeYouthPlaces(subject: Subject): Measured {
  const { column, field, table, indicator } = subject
  if (column.kind !== 'choice') throw new RangeError(`youth-places needs the main place: ${indicator.field}`)
  const isHomeOffered = field.choices.some(({ value }) => value === 'chez_moi')
  const hasNamed = column.values.some(isNamed)
  const nameOf = (kind: (typeof placeKinds)[number]) =>
    'away' in kind && !isHomeOffered ? kind.away : 'other' in kind && hasNamed ? kind.other : kind.text
  const kinds = placeKinds
    .filter(({ value }) => value !== 'nomme' || hasNamed)
    .map((kind) => ({ value: kind.value, text: nameOf(kind) }))
  const kindOfPlace = column.values.map((value) =>
    isNamed(value)
      ? kinds.length - 1
      : placeKinds.findIndex(({ places }) => (places as readonly string[]).includes(value)),
  )
  const kindOf = Array.from({ length: table.rows }, (_, row) =>
    stateAt(column, row) === state.answered ? kindOfPlace[column.codes[row]!]! : -1,
  )
  const answers = kinds.map(
    ({ value, text }, kind): Answer => ({
      value,
      label: text,
      hits: Float64Array.from(kindOf, (own) => (own < 0 ? Number.NaN : Number(own === kind))),
    }),
  )
  const main = viewOf(subject, 'lieux', { breakdowns: subject.breakdowns })
  const ranking = topOf(main, answers)
  const groups = groupsOf('nature_du_lieu', 'Lieu principal', kinds, table.rows, (row) => kindOf[row]!)
  const details = (indicator.beside ?? []).flatMap((path) => detailOf(subject, path, groups))
  return {
    tables: [...shareTables(main, answers), ...details.flatMap(({ tables }) => tables)],
    ...ranking,
    layouts: [
      ranked(answersLayout(main, answers), main, answers, { by: 'share' }),
      ...details.flatMap(({ layouts }) => layouts),
      ...breakdownLayouts(main, answers),
    ],
    week: null,
    consequences: (figures) => ({
      grids: [],
      sentences: namedSentence(subject, ranking, figures),
      limits: ['Un seul lieu par jeune, celui où il est le plus souvent : les autres ne sont pas comptés ici.'],
    }),
  }
}

/** Which places the authority has named, after a sentence that says them together: as many as it holds. */
function namedSentence({ field }: Subject, ranking: Pick<Measured, 'rivals'>, figures: Figures): string[] {
  const shareOf = ({ table, key }: Measured['rivals'][number]) => estimateOf(figures(table, key)).value ?? -1
  const rivals = ranking.rivals.toSorted((a, b) => shareOf(b) - shareOf(a))
  const leaders = leadersIn({ rivals }, figures)
  const cited = [...leaders.slice(0, 1), ...besideOf(leaders)]
  if (isOpen(leaders) || !cited.some(({ label }) => label === namedKind.text)) return []
  // « le skatepark du Nord », of « Au skatepark du Nord (13 h à 19 h) »
  const names = field.choices
    .filter(({ value }) => isNamed(value))
    .map(({ text }) => placeIn(text.replace(/\s*\([^()]*\)/g, '')))
  const said = (many: number) =>
    `Les lieux nommés sont ${and([...names.slice(0, many), ...(many < names.length ? [`${names.length - many} autres`] : [])])}.`
  const most = names.findLastIndex((_, at) => at !== names.length - 2 && wordsIn(said(at + 1)) <= mostWords) + 1
  return most > 0 ? [said(most)] : []
}

/** « Sous la halle », « Au parc »: the place without its preposition, in lower case as in a list. */
function placeIn(text: string): string {
  const bare = text
    .replace(/^Aux /, 'Les ')
    .replace(/^Au /, 'Le ')
    .replace(/^(?:À|Dans|Sous|Sur|Devant|Derrière) (?=l[ae’]|les )/, '')
  return bare.charAt(0).toLowerCase() + bare.slice(1)
}

/** One question by kind of place; of a sensitive one, the answers that state a difficulty. */
function detailOf(subject: Subject, path: string, breakdown: Breakdown) {
  const field = fieldAt(subject, path)
  const answersAt = answersIn(subject, path)
  if (field === null || answersAt === null) return []
  const wanted = field.choices.filter(
    ({ value, special }) => special !== true && !['aucun', 'pas_concerne'].includes(value),
  )
  const answers = wanted.map(
    ({ value, text }): Answer => ({
      value,
      label: text,
      hits: Float64Array.from(breakdown.codes, (_, row) => {
        const given = answersAt(row)
        return given === null ? Number.NaN : Number(given.includes(value))
      }),
    }),
  )
  if (answers.length === 0) return []
  const view = viewOf(subject, path.replaceAll(/[._]/g, '-'), {
    breakdowns: [breakdown],
    sensitivity: field.sensitivity,
    title: field.title,
    among: `${path}:par-lieu`,
  })
  const layouts: Layout[] = breakdownLayouts(view, answers).map((one) => ({
    ...one,
    title: `${field.title} Selon le lieu principal`,
  }))
  return [{ tables: shareTables(view, answers), layouts }]
}

/**
 * Mobility that blocks: who gave something up for want of transport, by how far they move on their own.
 *
 * The field is what was given up, `wanted` what counts; beside it: the ways of moving.
 */
export function computeMobility(subject: Subject): Measured {
  const { indicator, column, table } = subject
  const { wanted = [] } = indicator
  if (column.kind !== 'choices' || wanted.length === 0)
    throw new RangeError(`mobility needs what was given up: ${indicator.id}`)
  const ways = answersBeside(subject, indicator.beside?.[0])
  const gave = answersBeside(subject, subject.field.path)
  const hits = Float64Array.from({ length: table.rows }, (_, row) => {
    const given = gave(row)
    return given === null ? Number.NaN : Number(given.some((value) => wanted.includes(value)))
  })
  const gaveUp: Answer = { value: unionValue(wanted), label: indicator.title, hits }
  const autonomy = groupsOf('autonomie', 'Façon de se déplacer', autonomies, table.rows, (row) => {
    const given = ways(row)
    if (given === null || given.length === 0) return -1
    return autonomies.findIndex(({ ways: own }) => own.some((way) => given.includes(way)))
  })
  const own = { ...subject, breakdowns: [...subject.breakdowns, autonomy] }
  const details = wanted.map(
    (value): Answer => ({
      value,
      label: subject.field.choices.find((choice) => choice.value === value)?.text ?? value,
      hits: Float64Array.from(hits, (hit, row) =>
        Number.isNaN(hit) ? Number.NaN : Number(gave(row)!.includes(value)),
      ),
    }),
  )
  const detail = viewOf(subject, 'detail', { among: subject.field.path, title: 'À quoi ils et elles ont renoncé' })
  return {
    tables: [...shareTables(own, [gaveUp]), ...shareTables(detail, details)],
    headline: { table: tableId(own, null), key: answerKey(own, gaveUp.value) },
    rivals: [],
    layouts: [
      answersLayout(own, [{ ...gaveUp, label: 'Ensemble' }]),
      ...breakdownLayouts(own, [gaveUp]),
      answersLayout(detail, details),
    ],
    week: null,
  }
}

/** The first that fits: who drives is not counted among those who walk. */
const autonomies = [
  { value: 'motorise', text: 'Conduit (scooter ou voiture)', ways: ['scooter', 'voiture'] },
  { value: 'collectif', text: 'Prend le bus ou le train', ways: ['bus', 'train'] },
  { value: 'actif', text: 'À pied ou à vélo', ways: ['pied', 'velo'] },
  { value: 'conduit', text: 'Dépend de quelqu’un (parents, covoiturage)', ways: ['parents', 'covoiturage'] },
]

export const mobilityMeasure = {
  name: 'mobility',
  title: 'Renoncer faute de transport',
  help: 'Combien ont renoncé à quelque chose, selon leur façon de se déplacer.',
  kinds: ['choices'],
  needsWanted: true,
  beside: [needed('la façon de se déplacer')],
  sentence: `{value} des personnes répondantes ont renoncé à quelque chose faute de transport${ending}`,
  easy: 'answers',
  compute: computeMobility,
} as const satisfies Measure

export const youthPlacesMeasure = {
  name: 'youth-places',
  title: 'Lieux des jeunes',
  help: 'Où les jeunes sont le plus souvent, quand, et pour quoi faire.',
  kinds: ['choice'],
  needsWanted: false,
  beside: [needed('les moments'), needed('les usages'), needed('ce qui manque'), optional('le sentiment de sécurité')],
  sentence: `{value} des jeunes répondants sont le plus souvent {top}${ending}`,
  easy: 'answers',
  compute: computeYouthPlaces,
} as const satisfies Measure
