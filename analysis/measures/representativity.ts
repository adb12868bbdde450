/** Who answered, against who lives here: by margin, zone and way of answering; who is missing, and where to go next. */
import { zoneNames } from '../../surveys/territory.ts'
import { designOf } from '../design.ts'
import { type Published, publish } from '../disclosure/gate.ts'
import { policies } from '../disclosure/policy.ts'
import { sharesTable } from '../disclosure/shares-table.ts'
import { keyOf } from '../disclosure/table.ts'
import type { Estimate } from '../estimate.ts'
import { share } from '../estimates/share.ts'
import { and, count, counted, date, decimal, percent, quote, typeset } from '../format.ts'
import { estimateOf, figuresOf } from '../presentation.ts'
import type { Grid, GridCell } from '../report/tree.ts'
import type { Study } from '../study.ts'
import { type Weighed, weigh } from '../weigh.ts'
import { frameOf } from './frame.ts'

export type Representativity = { grids: Grid[]; sentences: string[]; audit: Published['audit'] }

const populations = { households: 'ménages', children: 'enfants', persons: 'jeunes' } as const
const anyAge: [number, number] = [0, 120]

/**
 * @param modes how each sheet was sent (`web`, `kiosk`, `paper`), one per row of the study; null = not known
 */
export function representativityOf(study: Study, modes: readonly string[] | null = null): Representativity {
  const weighed = weigh(study)
  const { table, questionnaire } = study
  const universe = `${questionnaire.slug}.feuilles`
  const lists = [zonesIn(study, weighed), modesIn(modes, table.rows), ...classesIn(weighed)].filter(
    (one) => one !== null,
  )
  const design = designOf({ rows: table.rows })
  const tables = lists.map((list) => {
    const count = (value: string) => list.codes.filter((code) => list.values[code] === value).length
    return sharesTable({
      id: `${questionnaire.slug}/representativite/${list.name}`,
      title: list.title,
      universe: `${universe}.${list.name}`,
      by: [],
      answers: { name: list.name, values: list.values },
      base: () => list.codes.filter((code) => code >= 0).length,
      count: (_, value) => count(value),
      estimate: (_, value) =>
        share(
          list.codes.map((code) => (code < 0 ? Number.NaN : Number(list.values[code] === value))),
          design,
        ),
    })
  })
  const published = publish({ tables, snapshot: 'representativite', responses: table.rows }, policies.document)
  const figures = figuresOf(published)
  const shown = (list: List, value: string) =>
    figures(
      `${questionnaire.slug}/representativite/${list.name}`,
      keyOf(`${universe}.${list.name}`, { [list.name]: value }),
    )
  const rowsOf = (list: List) =>
    list.values.map((value) => {
      const figure = shown(list, value)
      const estimate = estimateOf(figure)
      return {
        value,
        label: list.text(value),
        count: figure.secret ? null : figure.count,
        estimate,
        known: list.known(value),
        frame: list.frame(value),
      }
    })
  const missing = lists.flatMap((list) =>
    rowsOf(list).flatMap(({ label, estimate, known }) =>
      estimate.value !== null && known !== null && estimate.high < known
        ? [{ list, label, estimate: estimate as Estimate, known }]
        : [],
    ),
  )
  return {
    grids: [...lists.map((list) => gridOf(list, rowsOf(list))), ...weightGrid(weighed)],
    sentences: sentencesOf(study, weighed, missing).map((sentence) => typeset(sentence)),
    audit: published.audit,
  }
}

type List = {
  name: string
  title: string
  values: string[]
  /** Index in `values` of each sheet; negative = not told. */
  codes: number[]
  text: (value: string) => string
  /** Share in the population, and how many there are; null = not known. */
  known: (value: string) => number | null
  frame: (value: string) => number | null
}
type Row = {
  label: string
  count: number | null
  estimate: ReturnType<typeof estimateOf>
  known: number | null
  frame: number | null
}

/** Zones that the register or the margins count; all of them when none is counted. */
function zonesIn({ table, reference }: Study, weighed: Weighed): List | null {
  const column = table.columns.get('zone')
  if (column?.kind !== 'choice') return null
  const text = (value: string) => zoneNames[value] ?? value
  const met = column.values.filter((_, code) => column.codes.includes(code))
  const margin =
    weighed.weighting === null ? undefined : weighed.margins.find(({ variable }) => /^zone$/i.test(variable))
  const frames = new Map(met.map((value) => [value, sizeOf(reference, table.unit, text(value))]))
  const isFramed = [...frames.values()].some((size) => size !== null)
  const sizes = isFramed
    ? frames
    : new Map(met.map((value) => [value, margin?.totals[text(value)] ?? margin?.totals[value] ?? null]))
  const counted = met.filter((value) => sizes.get(value) !== null)
  const values = counted.length > 0 ? counted : met
  const all = counted.reduce((sum, value) => sum + sizes.get(value)!, 0)
  return {
    name: 'zone',
    title: 'Par zone',
    values,
    codes: Array.from(column.codes, (code) => (code < 0 ? -1 : values.indexOf(column.values[code]!))),
    text,
    known: (value) => (all > 0 ? sizes.get(value)! / all : null),
    frame: (value) => (isFramed ? (frames.get(value) ?? null) : null),
  }
}

/** Households have no age: their row is the one without. */
function sizeOf(reference: Study['reference'], unit: keyof typeof populations, zone: string): number | null {
  const row = reference?.frames.rows.find(
    (one) => one.population === populations[unit] && one.zone === zone && one.age === '',
  )
  return row?.count ?? frameOf(reference, populations[unit], anyAge, zone)?.count ?? null
}

const modeNames: Readonly<Record<string, string>> = { web: 'En ligne', kiosk: 'Sur une borne', paper: 'Sur papier' }

function modesIn(modes: readonly string[] | null, rows: number): List | null {
  if (modes === null) return null
  if (modes.length !== rows) throw new RangeError(`representativity needs ${rows} modes, not ${modes.length}`)
  const values = [...new Set(modes)].sort()
  const none = () => null
  return {
    name: 'mode',
    title: 'Par façon de répondre',
    values,
    codes: modes.map((mode) => values.indexOf(mode)),
    text: (value) => modeNames[value] ?? value,
    known: none,
    frame: none,
  }
}

/** The margins themselves, the zone apart: it has its own table. */
function classesIn(weighed: Weighed): List[] {
  if (weighed.weighting === null) return []
  const { margins } = weighed.weighting.diagnostics
  const names = [...new Set(margins.map(({ variable }) => variable))].filter((name) => name.toLowerCase() !== 'zone')
  return names.map((name) => {
    const rows = margins.filter(({ variable }) => variable === name)
    const values = rows.map(({ category }) => category)
    const codes = rows.flatMap(({ answers }, code) => Array.from({ length: answers }, () => code))
    return {
      name,
      title: `Par ${name.toLowerCase()}`,
      values,
      codes,
      text: (value) => value,
      known: (value) => rows.find(({ category }) => category === value)?.population ?? null,
      frame: () => null,
    }
  })
}

const none: GridCell = { kind: 'text', text: '–' }

function gridOf(list: List, rows: Row[]): Grid {
  return {
    title: list.title,
    base: `Base : ${counted(list.codes.filter((code) => code >= 0).length, 'feuille', 'feuilles')}`,
    columns: [
      list.title.replace(/^Par /, ''),
      'Part des réponses',
      'Part dans la population',
      'Réponses',
      'Taux de réponse',
    ],
    rows: rows.map(({ label, count: given, estimate, known, frame }) => ({
      label,
      cells: [
        estimate.value === null ? { kind: 'none', why: estimate.why } : { kind: 'estimate', estimate },
        known === null ? none : { kind: 'text', text: percent(known) },
        given === null ? { kind: 'none', why: 'secret' } : { kind: 'count', value: given },
        given === null || !frame || given > frame
          ? none
          : { kind: 'text', text: `${percent(given / frame)} (${count(given)} sur ${count(frame)})` },
      ],
    })),
    notes: [],
  }
}

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
        line('Réponses que l’ensemble vaut', count(Math.floor(effectiveAfter))),
        line('Du plus petit au plus grand poids', `de ${decimal(smallestRatio)} à ${decimal(largestRatio)}`),
      ],
      notes: weighed.weighting.warnings,
    },
  ]
}

type Missing = { list: List; label: string; estimate: Estimate; known: number }

function sentencesOf(study: Study, weighed: Weighed, missing: Missing[]): string[] {
  const zones = missing.filter(({ list }) => list.name === 'zone')
  const others = missing.filter(({ list }) => list.name !== 'zone')
  const hasKnown =
    study.reference && (study.reference.frames.rows.length > 0 || study.reference.margins.rows.length > 0)
  const next = zones.toSorted((a, b) => b.known - b.estimate.value - (a.known - a.estimate.value))[0]
  return [
    ...(hasKnown ? [] : ['Ni effectif ni marge n’est saisi : on ne peut pas dire qui manque.']),
    ...(zones.length > 0
      ? [`Moins de réponses que d’habitants concernés : ${and(zones.map(({ label }) => label))}.`]
      : []),
    ...others.map(({ list, label }) => `Sous-représentés (${list.title.replace(/^Par /, '')}) : ${quote(label)}.`),
    ...(next ? [`Où aller ensuite : ${next.label}, où l’écart est le plus grand.`] : []),
    ...(hasKnown && missing.length === 0
      ? ['Aucun groupe n’est nettement sous-représenté, à la précision de ces réponses.']
      : []),
    ...(weighed.weighting === null ? [`Résultats non redressés. ${weighed.why}`] : []),
  ]
}
