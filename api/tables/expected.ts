/** What each table is expected to say, from the zones, the questionnaires and the open data held: its lines, its words, who reads it. */

import { marginField } from '../../analysis/design/weigh.ts'
import { agesOf } from '../../analysis/measures/population-count.ts'
import { communes, outsideZone, zoneNames, zoneOf } from '../../surveys/authority/territory.ts'
import { agesOf as agesOfAudience, marginOf, populationOf } from '../../surveys/questionnaire/audiences.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { semantics } from '../../surveys/questionnaire/semantics.ts'
import { folded, spelt } from '../../surveys/wording/folded.ts'
import type { AppContext } from '../context.ts'
import { householdsByCommune } from '../evidence/registered/offers.ts'
import { profilesOf } from '../results/fieldwork.ts'
import { nearest } from './nearest.ts'
import { referenceTables, sliceTexts, tableOfParameter } from './reference.ts'
import { isRead, type Row, type Rule } from './row.ts'
import { priceLevels } from './rules.ts'

export type Expected = {
  /** Lines to start from, in the order of the columns; '' = for the authority to say. */
  cells: string[][]
  /** Where the figures among them come from, and since when (ISO day); '' = there are none. */
  source: string
  date: string
  /** What they do not say, and where the rest is found. */
  limits: string[]
  /** Words offered, by the label of a column. */
  words: Readonly<Record<string, readonly string[]>>
  /** French titles of the questionnaires that read this table. */
  usedBy: string[]
  /** Cells with names as the authority spells them, whatever their accents, hyphens and capitals. */
  spelt: (cells: readonly string[][]) => string[][]
  /** What would never be used is refused, line by line. */
  rules: Rule[]
  /** What is not there, and what it stops, in sentences. */
  missing: (rows: readonly Row[]) => string[]
}

const nothing: Expected = {
  cells: [],
  source: '',
  date: '',
  limits: [],
  words: {},
  usedBy: [],
  spelt: (cells) => [...cells],
  rules: [],
  missing: () => [],
}

type Asked = { questionnaires: Questionnaire[]; zones: string[]; communesOf: Map<string, string[]>; slices: string[] }

/** @param name of the table */
export async function expectedOf(context: AppContext, name: string): Promise<Expected> {
  const asked = await askedNow(context)
  if (name === 'frames') return framesOf(asked)
  if (name === 'margins') return marginsOf(asked)
  if (name === 'prices') return pricesOf(asked)
  const { questionnaires } = asked
  if (name === 'zones') return { ...nothing, usedBy: titles(questionnaires), spelt: spellZones }
  const readers = readersOf[name]
  return { ...nothing, usedBy: titles(questionnaires.filter((one) => readers?.(one) || asks(one, name))) }
}

const measured =
  (...measures: string[]) =>
  ({ indicators }: Questionnaire) =>
    indicators.some(({ measure }) => measures.includes(measure))
/** Tables that measures read, by name: which questionnaires have such a measure. */
const readersOf: Readonly<Record<string, (one: Questionnaire) => boolean>> = {
  supply: measured('week'),
  ratios: measured('places'),
  attendance: measured('places'),
  costs: measured('places'),
}
/** A parameter of it is filled by this table. */
const asks = ({ parameters }: Questionnaire, table: string) =>
  parameters.some((parameter) => tableOfParameter[parameter.name] === table)

const titles = (questionnaires: readonly Questionnaire[]) => questionnaires.map(({ title }) => frenchOf(title))

async function askedNow(context: AppContext): Promise<Asked> {
  const { questionnaires } = await context.questionnaires.list()
  const reference = await referenceTables(context.tables)
  const communesOf = new Map<string, string[]>()
  for (const { insee } of communes()) {
    const zone = zoneOf(insee, reference.zones)
    if (zone === null || zone === outsideZone) continue
    const zoneName = zoneNames()[zone] ?? zone
    communesOf.set(zoneName, [...(communesOf.get(zoneName) ?? []), insee])
  }
  return {
    questionnaires: await Promise.all(
      questionnaires.map(async ({ slug }) => {
        const { standing } = await context.questionnaires.found(slug)
        return (await context.questionnaires.published(slug, standing.version)).questionnaire
      }),
    ),
    zones: [...communesOf.keys()],
    communesOf,
    slices: sliceTexts(reference.slices.rows),
  }
}

const childBands = ['0-2', '3-5', '6-10', '11-14', '15-17']
const youngAges = ({ audience }: Questionnaire) => agesOfAudience(audience)?.join('-')
/** Counted by zone; the others are few, and counted as a whole. */
const byZone = new Set(['ménages', 'enfants', 'jeunes', 'habitants'])
const whole = 'Ensemble'

function framesOf({ questionnaires, zones }: Asked): Expected {
  const families = questionnaires.filter(({ audience }) => audience === 'families')
  const young = questionnaires.flatMap((one) => youngAges(one) ?? [])
  const inEach = (lines: (zone: string) => string[][]) => zones.flatMap(lines)
  return {
    ...nothing,
    cells: [
      ...inEach((zone) =>
        families.length === 0
          ? []
          : [[zone, 'ménages', '', ''], ...childBands.map((band) => [zone, 'enfants', band, ''])],
      ),
      ...inEach((zone) => [...new Set(young)].map((ages) => [zone, 'jeunes', ages, ''])),
      ...otherPopulations(questionnaires).flatMap((population) =>
        byZone.has(population) ? inEach((zone) => [[zone, population, '', '']]) : [[whole, population, '', '']],
      ),
    ],
    limits: [
      'Ménages : les familles avec enfants, d’après la Caf. Le nombre de tous les ménages, que donne l’INSEE, compterait aussi ceux qui n’ont pas d’enfant.',
      'Âges : tableau INSEE « Population par sexe et âge » (POP1B), commune par commune ; additionnez les communes d’une zone.',
    ],
    words: { Zone: [...zones, whole], Âge: [...childBands, ...new Set(young)] },
    usedBy: titles(questionnaires),
    spelt: (cells) => cells.map(([zone = '', ...rest]) => [spelt(zone, [...zones, whole]) ?? zone, ...rest]),
    rules: [inZones([...zones, whole]), readableAges],
    missing: (rows) => missingAges(rows, zones),
  }
}

/** Of the publics without ages and without children; the territory says how many communes there are. */
const otherPopulations = (questionnaires: readonly Questionnaire[]): string[] => [
  ...new Set(
    questionnaires
      .filter(({ audience, unit }) => agesOfAudience(audience) === null && unit !== 'households' && unit !== 'communes')
      .map(({ audience, unit }) => populationOf(unit, audience)),
  ),
]

/** A zone goes by the name it has in the territory, a new one by that of its first line. */
function spellZones(cells: readonly string[][]): string[][] {
  const names = [...Object.values(zoneNames()), ...cells.map(([, zone = '']) => zone)]
  return cells.map(([commune = '', zone = '', ...rest]) => [commune, spelt(zone, names) ?? zone, ...rest])
}

const inZones =
  (zones: readonly string[]): Rule =>
  (rows) =>
    rows.flatMap((row, index) => {
      const zone = String(row.zone)
      if (!isRead(row, 'zone') || [...zones, 'total'].some((name) => folded(name) === folded(zone))) return []
      return [{ row: index, column: 'Zone', message: notAmong(zone, 'une zone de la table des zones', zones) }]
    })

function notAmong(typed: string, what: string, names: readonly string[]): string {
  const near = nearest(typed, names)
  return `« ${typed} » n’est pas ${what} : cette ligne ne servirait à rien. ${
    near ? `Vouliez-vous dire « ${near} » ?` : `Mots possibles : ${names.join(', ')}.`
  }`
}

const readableAges: Rule = (rows) =>
  rows.flatMap((row, index) => {
    const age = String(row.age ?? '')
    return age === '' || agesOf(age) !== null
      ? []
      : [{ row: index, column: 'Âge', message: `« ${age} » n’est pas un âge. Écrivez ${bandMeant(age)}.` }]
  })

/** « 5-3 » → « 3-5 »; « moins de 3 » → « 0-2 » */
function bandMeant(age: string): string {
  const [from, to] = [...age.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  if (from !== undefined && to !== undefined && to < from) return `${to}-${from}`
  if (from && to === undefined && /^moins de/i.test(age)) return `0-${from - 1}`
  if (from !== undefined && to === undefined && /^plus de/i.test(age))
    return `ses deux âges, par exemple ${from + 1}-${from < 17 ? 17 : from + 5}`
  return 'par exemple 3-5, ou 11'
}

/** An age that is in no band switches off every number of children: it is said before the table is saved. */
function missingAges(rows: readonly Row[], zones: readonly string[]): string[] {
  const children = rows.filter((row) => row.population === 'enfants' && row.age)
  if (children.length === 0) return []
  const there = new Set(children.map((row) => folded(String(row.zone))))
  const among = there.size === 1 && there.has(folded(whole)) ? [whole] : zones
  return among.flatMap((zone) => {
    const years = new Set(
      children
        .filter((row) => folded(String(row.zone)) === folded(zone))
        .flatMap((row) => {
          const [from, to] = agesOf(String(row.age)) ?? [0, -1]
          return Array.from({ length: to - from + 1 }, (_, at) => from + at)
        }),
    )
    const gaps = Array.from({ length: 18 }, (_, year) => year).filter((year) => !years.has(year))
    return gaps.length === 0
      ? []
      : [`Il manque les enfants de ${spansOf(gaps)} pour « ${zone} » : leurs nombres ne seront pas calculés.`]
  })
}

/** [15, 16, 17] → « 15 à 17 ans ». */
function spansOf(years: readonly number[]): string {
  const spans: [number, number][] = []
  for (const year of years) {
    const last = spans.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else spans.push([year, year])
  }
  const text = new Intl.ListFormat('fr-FR').format(
    spans.map(([from, to]) => (from === to ? `${from}` : `${from} à ${to}`)),
  )
  return `${text} ans`
}

const zoneVariable = 'Zone'

/** Questions a margin may be about, by the name that is offered for each. */
function variablesOf(questionnaires: readonly Questionnaire[]): Map<string, Set<string>> {
  const variables = new Map<string, Set<string>>()
  for (const { definition, assigned } of questionnaires)
    for (const { semantic, title, choices } of profilesOf(fieldsOf(definition, assigned))) {
      const name = semantics.find(({ value }) => value === semantic)?.text ?? title
      const classes = variables.get(name) ?? new Set()
      for (const { text } of choices) classes.add(text)
      variables.set(name, classes)
    }
  return variables
}

async function marginsOf({ questionnaires, zones, communesOf }: Asked): Promise<Expected> {
  const variables = variablesOf(questionnaires)
  const units = [...new Set(questionnaires.map(({ unit, audience }) => marginOf(unit, audience)))]
  const households = await householdsByCommune()
  const inZone = (zone: string): string => {
    const figures = (communesOf.get(zone) ?? []).map((insee) => households?.figureOf(insee))
    return figures.length === 0 || figures.includes(undefined)
      ? ''
      : String(figures.reduce<number>((sum, figure) => sum + figure!, 0))
  }
  const cells = units.flatMap((unit) =>
    zones.map((zone) => [zoneVariable, zone, unit, unit === 'ménages' ? inZone(zone) : '']),
  )
  const isFilled = cells.some((line) => line.at(-1) !== '')
  const names = [zoneVariable, ...variables.keys()]
  /** `codes`: what an older table may still hold, never offered. */
  const classesOf = (variable: string): { texts: string[]; codes: string[] } | null => {
    if (folded(variable) === folded(zoneVariable)) return { texts: zones, codes: [] }
    const own = questionnaires.flatMap((one) => marginField(one, variable)?.field?.choices ?? [])
    if (own.length === 0) return null
    return { texts: [...new Set(own.map(({ text }) => text))], codes: own.map(({ value }) => value) }
  }
  return {
    ...nothing,
    cells,
    source: isFilled ? `${households!.source}, ménages ${households!.year}` : '',
    date: isFilled ? households!.date : '',
    limits: [
      ...(isFilled ? [households!.limits] : []),
      'Personnes par âge : tableau INSEE « Population par sexe et âge » (POP1B). Familles : base INSEE « Couples, familles, ménages ».',
    ],
    words: {
      Variable: names,
      Modalité: [...new Set([...zones, ...[...variables.values()].flatMap((one) => [...one])])],
    },
    usedBy: titles(questionnaires),
    spelt: (cells) =>
      cells.map(([variable = '', value = '', ...rest]) => {
        const { texts = [], codes = [] } = classesOf(variable) ?? {}
        return [spelt(variable, names) ?? variable, spelt(value, [...texts, ...codes]) ?? value, ...rest]
      }),
    rules: [
      (rows) =>
        rows.flatMap((row, index) => {
          const variable = String(row.variable)
          if (!isRead(row, 'variable')) return []
          const classes = classesOf(variable)
          if (classes === null)
            return [
              {
                row: index,
                column: 'Variable',
                message: notAmong(variable, 'une question publiée', names),
              },
            ]
          const value = String(row.value)
          const { texts, codes } = classes
          if (!isRead(row, 'value') || [...texts, ...codes].some((one) => folded(one) === folded(value))) return []
          return [{ row: index, column: 'Modalité', message: notAmong(value, `une réponse de « ${variable} »`, texts) }]
        }),
    ],
    missing: (rows) => missingClasses(rows, zones),
  }
}

function missingClasses(rows: readonly Row[], zones: readonly string[]): string[] {
  const byUnit = Map.groupBy(
    rows.filter((row) => folded(String(row.variable)) === folded(zoneVariable)),
    ({ unit }) => String(unit),
  )
  return [...byUnit].flatMap(([unit, own]) => {
    const gaps = zones.filter((zone) => !own.some((row) => folded(String(row.value)) === folded(zone)))
    return gaps.length === 0
      ? []
      : [
          `Il manque ${gaps.map((zone) => `« ${zone} »`).join(', ')} parmi les zones (${unit}) : ses réponses resteraient hors du redressement.`,
        ]
  })
}

/** Columns of the prices: level, slice, price. */
const sliceAt = 1

/** A spreadsheet, or a hand, spaces the figures of a bracket otherwise: it is the same one. */
function bracketNamed(typed: string, slices: readonly string[]): string {
  const bare = (text: string) => folded(text).replaceAll(' ', '')
  return slices.find((slice) => bare(slice) === bare(typed)) ?? typed
}

function pricesOf({ questionnaires, slices }: Asked): Expected {
  const usedBy = titles(questionnaires.filter((one) => asks(one, 'prices')))
  return {
    ...nothing,
    cells: (slices.length === 0 ? [''] : slices).flatMap((slice) => priceLevels.map((level) => [level, slice, ''])),
    limits:
      slices.length === 0
        ? ['Remplissez d’abord les tranches de quotient familial : chacune aura ses trois prix.']
        : [],
    words: { Tranche: slices },
    usedBy,
    spelt: (cells) => cells.map((line) => line.map((cell, at) => (at === sliceAt ? bracketNamed(cell, slices) : cell))),
    rules:
      slices.length === 0
        ? []
        : [
            (rows) =>
              rows.flatMap((row, index) => {
                const slice = String(row.slice ?? '')
                if (slice === '' || slices.some((one) => folded(one) === folded(slice))) return []
                return [{ row: index, column: 'Tranche', message: notAmong(slice, 'une tranche de quotient', slices) }]
              }),
          ],
    missing: (rows) => {
      const priced = new Set(rows.map((row) => folded(String(row.slice ?? ''))))
      const gaps = priced.has('') || priced.size === 0 ? [] : slices.filter((slice) => !priced.has(folded(slice)))
      return gaps.length === 0 ? [] : [`Il manque les prix de ${gaps.map((slice) => `« ${slice} »`).join(', ')}.`]
    },
  }
}
