/** Reference tables of the demo, made up for the territory in force: register, margins, services, places, prices. */
import { zoneOfObjective } from '../../../surveys/authority/plan.ts'
import { communes, outside, provisionalZones, zoneNames } from '../../../surveys/authority/territory.ts'
import { dayOf } from '../../../surveys/days.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { AppContext } from '../../context.ts'
import { checked } from '../../tables/checked.ts'
import { initialCells } from '../../tables/initial.ts'
import { kinds } from '../../tables/kinds.ts'
import { parametersFrom, referenceTables } from '../../tables/reference.ts'
import { daysAgo, waves } from './arrivals.ts'
import { otherFrames } from './audiences.ts'
import { demoPerson, madeUpSource } from './made-up.ts'

/** Shares of the inhabitants, invented: households with children, children by age, each year of young people. */
const households = 0.152
const childrenByAge: readonly [ages: string, share: number][] = [
  ['0-2', 0.031],
  ['3-5', 0.034],
  ['6-10', 0.062],
  ['11-14', 0.051],
  ['15-17', 0.037],
]
const youngPerYear = 0.0118
const adults = 0.79
/** Households with children by kind, in the order of the question. */
const homes: Readonly<Record<string, number>> = { couple: 0.74, seul: 0.225, autre: 0.035 }

/** Saves each table that the store does not have; what the staff entered stays. */
export async function fillTables(context: AppContext): Promise<void> {
  const { tables } = context
  // known and saved before the first publication, which is made with them
  const before = daysAgo(context, waves.first.published + 75)
  const date = dayOf(before)
  const savedAt = before.toISOString()
  for (const kind of kinds) {
    if (await tables.current(kind.name)) continue
    const cells = await cellsOf(context, kind.name)
    if (cells.length === 0) continue
    const { rows, problems } = checked(kind, cells)
    if (problems.length > 0) throw new RangeError(`the demo table ${kind.name}: ${problems[0]!.message}`)
    const source = sources[kind.name] ?? madeUpSource
    await tables.save(0, { kind: kind.name, cells, rows, date, source, savedAt, savedBy: demoPerson })
  }
}

/** Quoted inside sentences: none ends with a full stop. */
const sources: Readonly<Record<string, string>> = {
  zones: `${madeUpSource} : découpage proposé, à décider par vos élus`,
  frames: `${madeUpSource} : habitants de l’INSEE, parts inventées`,
  margins: `${madeUpSource} : habitants de l’INSEE, parts inventées`,
  ratios: 'Code de l’action sociale et des familles ; à confirmer par votre service',
}

async function cellsOf(context: AppContext, name: string): Promise<string[][]> {
  if (name === 'zones') return initialCells({ name } as Parameters<typeof initialCells>[0])
  if (name === 'frames') return frames()
  if (name === 'margins') return margins()
  if (name === 'supply') return supply()
  if (name === 'places') return candidatePlaces()
  if (name === 'prices') return prices(await sliceTexts(context))
  return fixed[name] ?? []
}

type Zone = { title: string; people: number; communes: number }

function zones(): Zone[] {
  const inside = provisionalZones().rows.filter(({ insee }) => insee !== outside)
  return [...Map.groupBy(inside, ({ zone }) => zone)].map(([zone, rows]) => {
    const own = rows.map(({ insee }) => communes().find((commune) => commune.insee === insee)?.population ?? 0)
    return {
      title: zoneNames()[zone] ?? zone,
      people: own.reduce((sum, count) => sum + count, 0),
      communes: own.length,
    }
  })
}

const part = (people: number, share: number) => String(Math.round(people * share))

function frames(): string[][] {
  return zones()
    .flatMap(({ title, people, communes: count }) => [
      [title, 'communes', '', String(count)],
      [title, 'ménages', '', part(people, households)],
      ...childrenByAge.map(([ages, share]) => [title, 'enfants', ages, part(people, share)]),
      ...youngBands().map(([from, to]) => [
        title,
        'jeunes',
        `${from}-${to}`,
        part(people, youngPerYear * (to - from + 1)),
      ]),
      [title, 'habitants', '', part(people, adults)],
    ])
    .concat(otherFrames(zones().reduce((sum, { people }) => sum + people, 0)))
}

/** Bands cut wherever a questionnaire of young people begins or ends. */
function youngBands(): [number, number][] {
  const ages = founding().flatMap(({ audience }) => {
    const [, from, to] = /^young-(\d+)-(\d+)$/.exec(audience) ?? []
    return from === undefined ? [] : [[Number(from), Number(to) + 1] as const]
  })
  const cuts = [...new Set(ages.flat())].toSorted((a, b) => a - b)
  return cuts.slice(1).map((next, at) => [cuts[at]!, next - 1])
}

function margins(): string[][] {
  const byZone = zones().map(({ title, people }) => ({
    title,
    households: Math.round(people * households),
    people,
  }))
  const all = byZone.reduce((sum, one) => sum + one.households, 0)
  return [
    ...byZone.map(({ title, households: count }) => ['zone', title, 'ménages', String(count)]),
    ...homesBy(all).map(([title, count]) => ['foyer', title, 'ménages', String(count)]),
    ...byZone.map(({ title, people }) => ['zone', title, 'personnes', String(people)]),
  ]
}

/** Empty unless every questionnaire of families asks it in the same words: a class nobody can be in would weight nothing. */
function homesBy(all: number): [string, number][] {
  const asked = founding().flatMap(({ unit, definition, assigned }) => {
    const field = fieldsOf(definition, assigned).find(({ path }) => path === 'foyer')
    return unit === 'households' && field ? [field.choices.map(({ value, text }) => [value, text] as const)] : []
  })
  const [first, ...others] = asked.map((choices) => choices.filter(([value]) => homes[value] !== undefined))
  if (!first || first.length !== Object.keys(homes).length) return []
  if (others.some((choices) => JSON.stringify(choices) !== JSON.stringify(first))) return []
  let left = all
  return first.map(([value, text], at) => {
    const count = at === first.length - 1 ? left : Math.round(all * homes[value]!)
    left -= count
    return [text, count]
  })
}

const bySize = () => communes().toSorted((a, b) => b.population - a.population)

/** Services with invented names, in the most populated communes. */
function supply(): string[][] {
  const places = bySize()
  const at = (place: number) => places[place % places.length]!.name
  const week = 'lundi-vendredi'
  const school = 'lundi, mardi, jeudi, vendredi'
  const centres: [string, number, number][] = [
    ['Les Grands Chemins', 0, 84],
    ['Le Moulin bleu', 1, 72],
    ['La Cabane', 2, 28],
  ]
  return [
    ['Crèche Les Petits Galets', 'crèche', at(0), 'toute l’année', week, '7 h 30', '18 h 30', '42'],
    ['Crèche La Ribambelle', 'crèche', at(1), 'toute l’année', week, '7 h 30', '18 h 30', '36'],
    ['Assistantes maternelles du bourg', 'assistante maternelle', at(0), 'toute l’année', week, '7 h', '19 h', '214'],
    [
      'Assistantes maternelles de la plaine',
      'assistante maternelle',
      at(1),
      'toute l’année',
      week,
      '7 h',
      '19 h',
      '188',
    ],
    ['Micro-crèche Pas à pas', 'crèche', at(2), 'toute l’année', week, '8 h', '18 h', '12'],
    ['Accueil de l’école du Pré', 'périscolaire', at(0), 'année scolaire', school, '7 h 30', '8 h 45', '90'],
    ['Accueil de l’école du Pré', 'périscolaire', at(0), 'année scolaire', school, '16 h 30', '18 h 30', '120'],
    ['Accueil de l’école du Lavoir', 'périscolaire', at(1), 'année scolaire', school, '7 h 30', '8 h 45', '80'],
    ['Accueil de l’école du Lavoir', 'périscolaire', at(1), 'année scolaire', school, '16 h 30', '18 h 30', '110'],
    ...centres.flatMap(([service, place, seats]) => [
      [service, 'accueil de loisirs', at(place), 'mercredi', 'mercredi', '7 h 30', '18 h 30', String(seats)],
      [service, 'accueil de loisirs', at(place), 'petites vacances', week, '8 h', '18 h', String(seats - 12)],
      [service, 'accueil de loisirs', at(place), 'été', week, '8 h', '18 h', String(seats - 4)],
    ]),
  ]
}

/** Where a centre could open: in the zone that an objective of the plan is about, else in the smaller communes. */
function candidatePlaces(): string[][] {
  const wanted = new Set(Object.values(zoneOfObjective()))
  const inZone = new Set(
    provisionalZones()
      .rows.filter(({ zone }) => wanted.has(zone))
      .map(({ insee }) => insee),
  )
  const near = bySize().filter(({ insee }) => inZone.has(insee))
  const chosen = near.length >= 2 ? near : bySize().slice(Math.min(2, communes().length - 1))
  return ['École du Grand Pré', 'Salle des Tilleuls', 'Ancienne gare'].map((place, at) => {
    const { name } = chosen[at % chosen.length]!
    return [`${place} (${name})`, name]
  })
}

const sliceTexts = async ({ tables }: AppContext): Promise<string[]> => {
  const { tranches_qf: slices } = parametersFrom(await referenceTables(tables))
  return Array.isArray(slices) ? slices.map(({ text }) => frenchOf(text)) : []
}

function prices(slices: readonly string[]): string[][] {
  const levels: [string, number, number][] = [
    ['bas', 3, 2],
    ['moyen', 5, 3],
    ['haut', 8, 4],
  ]
  return levels.flatMap(([level, first, step]) => slices.map((slice, at) => [level, slice, String(first + step * at)]))
}

const fixed: Readonly<Record<string, string[][]>> = {
  slices: [
    ['', '500'],
    ['501', '800'],
    ['801', '1100'],
    ['1101', '1500'],
    ['1501', ''],
  ],
  ratios: [
    ['mercredi', 'oui', 'plus de 5 h', 'moins de 6 ans', '10', 'CASF R.227-16'],
    ['mercredi', 'oui', 'plus de 5 h', '6 ans et plus', '14', 'CASF R.227-16'],
    ['mercredi', 'non', 'plus de 5 h', 'moins de 6 ans', '8', 'CASF R.227-16'],
    ['mercredi', 'non', 'plus de 5 h', '6 ans et plus', '12', 'CASF R.227-16'],
    ['vacances', 'non', 'toutes', 'moins de 6 ans', '8', 'CASF R.227-15'],
    ['vacances', 'non', 'toutes', '6 ans et plus', '12', 'CASF R.227-15'],
  ],
  attendance: ['mercredi', 'petites vacances', 'été'].flatMap((period) =>
    ['moins de 6 ans', '6 ans et plus'].flatMap((age) =>
      [
        ['certainement', '80 %'],
        ['probablement', '50 %'],
        ['peut-être', '15 %'],
      ].map(([intention, present]) => [period, age, intention!, present!, madeUpSource]),
    ),
  ),
  costs: [
    ['Salle, eau, chauffage', 'dépense', 'jour', '85'],
    ['Repas et goûter', 'dépense', 'enfant', '6,40'],
    ['Matériel', 'dépense', 'enfant', '2,10'],
    ['Salaire d’une journée', 'dépense', 'adulte', '148'],
    ['Part des communes', 'recette', 'jour', '190'],
    ['Prestation de service', 'recette', 'enfant', '5,90'],
    ['Part des familles', 'recette', 'enfant', '9,80'],
  ],
}
