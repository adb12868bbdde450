/** Who answered, against who lives here: by zone, way of answering and margin; who is missing. */

import { zoneNames } from '../../../surveys/authority/territory.ts'
import { populationOf } from '../../../surveys/questionnaire/audiences.ts'
import { isFarBelow } from '../../../surveys/thresholds.ts'
import { folded, spelt } from '../../../surveys/wording/folded.ts'
import type { Study } from '../../columns/study.ts'
import { type Weighed, weigh } from '../../design/weigh.ts'
import type { FigureTable } from '../../disclosure/figure-table.ts'
import type { Figures } from '../../disclosure/published-figure.ts'
import { baseShown } from '../../disclosure/rules.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { estimateCell, estimateOf } from '../../findings/presentation.ts'
import type { Grid, GridCell } from '../../report/tree.ts'
import { and, count, counted, date, decimal, percent, quote, typeset } from '../../text/format.ts'
import { populationCountOf } from '../population-count.ts'
import { datedNotes, staysIn } from '../tables.ts'
import { type MarginList, marginLists } from './margins-reached.ts'
import { type ResponseList, responseLists, responsesKey } from './responses.ts'

/** What may be published of who answered. */
export type Answered = { grids: Grid[]; sentences: string[] }

export type Representativity = {
  /** For disclosure control, with the other tables of the study. */
  tables: FigureTable[]
  margins: readonly MarginList[]
  report(figures: Figures): Answered
}

const anyAge: [number, number] = [0, 120]

type List = { title: string; rows: Row[]; notes: string[] }
type Row = {
  label: string
  table: string
  key: string
  /** Part of the population, and how many there are; null = not known. */
  known: number | null
  frame: number | null
}

export function representativityOf(study: Study, weighed: Weighed = weigh(study)): Representativity {
  const ownLists = responseLists(study)
  const margins = marginLists(study, weighed)
  const lists: List[] = [
    ...ownLists.map((list) => listed(study, list, weighed)),
    ...margins.map(({ title, table, classes }) => ({
      title,
      notes: [],
      rows: classes.map((one) => ({ ...one, table: table.id, frame: null })),
    })),
  ]
  return {
    tables: [...ownLists, ...margins].map(({ table }) => table),
    margins,
    report: (figures) => answered(study, weighed, lists, figures),
  }
}

function listed(study: Study, { path, title, breakdown, table }: ResponseList, weighed: Weighed): List {
  const sizes = path === 'zone' ? zoneSizes(study, weighed) : null
  const named = breakdown.choices.flatMap(({ value }) => sizes?.of(value) ?? [])
  const all = named.reduce((sum, size) => sum + size, 0)
  return {
    title,
    notes: datedNotes(staysIn(breakdown)),
    rows: breakdown.choices.map(({ value, text }) => {
      const size = sizes?.of(value) ?? null
      return {
        label: text,
        table: table.id,
        key: responsesKey(study, path, value),
        known: size === null || named.length < 2 ? null : size / all,
        frame: sizes?.isFrame ? size : null,
      }
    }),
  }
}

/** People of each zone by the register, else by the margin entered for zones. */
function zoneSizes({ questionnaire, table, reference }: Study, weighed: Weighed) {
  const nameOf = (value: string) => zoneNames()[value] ?? value
  const kind = populationOf(table.unit, questionnaire.audience)
  const inFrame = (value: string) =>
    reference?.frames.rows.find(
      (row) => row.population === kind && folded(row.zone) === folded(nameOf(value)) && row.age === '',
    )?.count ??
    populationCountOf(reference, kind, anyAge, nameOf(value))?.count ??
    null
  const column = table.columns.get('zone')
  const values = column?.kind === 'choice' ? column.values : []
  if (values.some((value) => inFrame(value) !== null)) return { isFrame: true, of: inFrame }
  const margin =
    weighed.weighting === null ? undefined : weighed.margins.find(({ variable }) => folded(variable) === 'zone')
  const inMargin = (value: string) => {
    const names = Object.keys(margin?.totals ?? {})
    const name = spelt(nameOf(value), names) ?? spelt(value, names)
    return name === undefined ? null : margin!.totals[name]!
  }
  return { isFrame: false, of: inMargin }
}

type ShownRow = Row & { estimate: MaybeEstimate; count: number | null }

function answered(study: Study, weighed: Weighed, lists: List[], figures: Figures): Answered {
  const shown = lists.map(({ title, rows, notes }) => ({
    title,
    notes,
    rows: rows.map((row): ShownRow => {
      const estimate = estimateOf(figures(row.table, row.key))
      return { ...row, estimate, count: estimate.value === null ? null : baseShown(estimate.value * estimate.base) }
    }),
  }))
  return {
    // the weights of a hidden class would disclose it
    grids: [...shown.map((list) => gridOf(list, study)), ...weightGrid(weighed)],
    sentences: sentencesOf(study, weighed, shown).map((sentence) => typeset(sentence)),
  }
}

const none: GridCell = { kind: 'text', text: '–' }

function gridOf({ title, rows, notes }: { title: string; rows: ShownRow[]; notes: string[] }, { table }: Study): Grid {
  const hasPopulation = rows.some(({ known }) => known !== null)
  const hasRate = rows.some(({ frame }) => frame !== null)
  return {
    title,
    base: `Base : ${counted(baseOf(rows) ?? baseShown(table.rows), 'fiche', 'fiches')}`,
    columns: [
      title.replace(/^Par /, '').replace(/^./, (first) => first.toUpperCase()),
      'Part des fiches',
      'Fiches',
      ...(hasPopulation ? ['Part dans la population'] : []),
      ...(hasRate ? ['Taux de réponse'] : []),
    ],
    rows: rows.map(({ label, count: own, estimate, known, frame }) => ({
      label,
      cells: [
        estimateCell(estimate),
        own === null ? estimateCell({ value: null, why: 'too-few', base: 0 }) : { kind: 'count', value: own },
        ...(hasPopulation ? [known === null ? none : ({ kind: 'text', text: percent(known) } as const)] : []),
        ...(hasRate ? [rateOf(own, frame)] : []),
      ],
    })),
    notes: [...notes, ...apartNote(rows)],
  }
}

/** Of the shares: those who answered the question; of groups kept from an earlier day, the largest. Null where none is shown. */
function baseOf(rows: readonly ShownRow[]): number | null {
  const bases = rows.flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate.base]))
  return bases.length === 0 ? null : Math.max(...bases)
}

/** Shares of all responses stand beside shares of the population, which some of them are no part of. */
function apartNote(rows: readonly ShownRow[]): string[] {
  const apart = rows.filter(({ known, count: own }) => known === null && own !== null && own > 0)
  if (apart.length === 0 || apart.length === rows.length) return []
  return [
    typeset(
      `Les parts sont celles de toutes les fiches, ${and(apart.map(({ label }) => quote(label)))} comprises : celles des autres lignes en sont un peu plus petites.`,
    ),
  ]
}

const rateOf = (own: number | null, frame: number | null): GridCell =>
  own === null || !frame || own > frame
    ? none
    : { kind: 'text', text: `${percent(own / frame)} (${count(own)} sur ${count(frame)})` }

function weightGrid(weighed: Weighed): Grid[] {
  if (weighed.weighting === null) return []
  const { effectiveAfter, effectAfter, smallestRatio, largestRatio } = weighed.weighting.diagnostics
  const line = (label: string, text: string) => ({ label, cells: [{ kind: 'text' as const, text }] })
  return [
    {
      title: 'Effet du redressement',
      base: `Marges : ${weighed.margins.map(({ variable, source, date: day }) => `${variable.toLowerCase()} (${source}, ${date(day)})`).join(' ; ')}`,
      columns: ['Mesure', 'Valeur'],
      rows: [
        line('Effet des poids (1 = aucun)', decimal(effectAfter)),
        line('Réponses que l’ensemble vaut', count(baseShown(effectiveAfter))),
        line('Du plus petit au plus grand poids', `de ${decimal(smallestRatio)} à ${decimal(largestRatio)}`),
      ],
      notes: weighed.weighting.warnings,
    },
  ]
}

function sentencesOf(study: Study, weighed: Weighed, lists: { title: string; rows: ShownRow[] }[]) {
  const missing = lists.flatMap(({ title, rows }) => {
    const part = partCounted(rows)
    return rows.flatMap(({ label, estimate, known }) =>
      estimate.value !== null &&
      known !== null &&
      estimate.high < known * part &&
      isFarBelow({ share: whole(estimate.value / part), known: whole(known) }, estimate.base)
        ? [{ title, label }]
        : [],
    )
  })
  const zones = missing.filter(({ title }) => title === 'Par zone')
  const others = missing.filter(({ title }) => title !== 'Par zone')
  const hasKnown =
    study.reference && (study.reference.frames.rows.length > 0 || study.reference.margins.rows.length > 0)
  return [
    ...(hasKnown ? [] : ['Ni effectif ni marge n’est saisi : on ne peut pas dire qui manque.']),
    ...(zones.length > 0
      ? [
          `Une part plus petite parmi les réponses que parmi les habitants concernés : ${and(zones.map(({ label }) => label))}.`,
        ]
      : []),
    ...others.map(({ title, label }) => `Sous-représentés (${title.replace(/^Par /, '')}) : ${quote(label)}.`),
    ...(hasKnown && missing.length === 0
      ? ['Aucun groupe n’est nettement sous-représenté, à la précision de ces réponses.']
      : []),
    ...(weighed.weighting === null ? [`Résultats non redressés. ${weighed.why}`] : []),
  ]
}

const whole = (share: number): number => Math.round(100 * share)

/** Responses that come from elsewhere are in no part of the population: the part of those that are. */
function partCounted(rows: readonly ShownRow[]): number {
  const sum = (some: readonly ShownRow[]) => some.reduce((total, { count: own }) => total + (own ?? 0), 0)
  return sum(rows.filter(({ known }) => known !== null)) / Math.max(1, sum(rows))
}
