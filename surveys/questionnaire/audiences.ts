/** Who a questionnaire is for, and what one of its responses stands for: two closed lists, one row each. */

/** How people are called: alone and together, and in a sentence of a finding. */
type Called = {
  /** « un foyer », as a response stands for it. */
  holder: string
  /** Without article: « famille », « familles ». */
  one: string
  many: string
  /** Of those who answered: « famille répondante », « familles répondantes ». */
  answering: readonly [one: string, many: string]
  /** « Sur 100 familles… » in the languages of the public results; Arabic counts a hundred in the singular. */
  hundred: Readonly<Record<'fr' | 'en' | 'ar', string>>
}

/** Who a population table counts, as the staff write it. */
export const populations = [
  'ménages',
  'enfants',
  'jeunes',
  'habitants',
  'professionnels',
  'employeurs',
  'communes',
  'associations',
] as const
export type Population = (typeof populations)[number]

type UnitRow = Called & {
  /** As tables of margins name it. */
  margin: string
  /** null = its audience says it. */
  population: Population | null
  /** What a base counts. */
  counted: readonly [one: string, many: string]
}

const responses = ['réponse', 'réponses'] as const

/** Those who answer, by the noun that names one of them and its plural in -s; `answered` agrees with it. */
const called = (
  [one, answered]: readonly [one: string, answered: string],
  holder: string,
  hundred: Omit<Called['hundred'], 'fr'> & { fr?: string },
): Called => ({
  holder,
  one,
  many: `${one}s`,
  answering: [`${one} ${answered}`, `${one}s ${answered}s`],
  hundred: { fr: `${one}s`, ...hundred },
})

const people = called(['personne', 'répondante'], 'une personne', { en: 'people', ar: 'شخص' })

const unitTable = {
  households: {
    ...called(['famille', 'répondante'], 'un foyer', { en: 'families', ar: 'أسرة' }),
    margin: 'ménages',
    population: 'ménages',
    counted: responses,
  },
  children: {
    ...called(['enfant', 'décrit'], 'un enfant', { en: 'children', ar: 'طفل' }),
    margin: 'enfants',
    population: 'enfants',
    counted: ['enfant', 'enfants'],
  },
  persons: { ...people, margin: 'personnes', population: null, counted: responses },
  employers: {
    ...called(['employeur', 'répondant'], 'un employeur', { en: 'employers', ar: 'صاحب عمل' }),
    margin: 'employeurs',
    population: 'employeurs',
    counted: responses,
  },
  communes: {
    ...called(['commune', 'répondante'], 'une commune', { en: 'communes', ar: 'بلدية' }),
    margin: 'communes',
    population: 'communes',
    counted: ['commune', 'communes'],
  },
  associations: {
    ...called(['association', 'répondante'], 'une association', { en: 'associations', ar: 'جمعية' }),
    margin: 'associations',
    population: 'associations',
    counted: responses,
  },
} as const satisfies Record<string, UnitRow>

/** What one response, or one row of a repeated panel, stands for. */
export type Unit = keyof typeof unitTable
export const unitRows: Readonly<Record<Unit, UnitRow>> = unitTable
export const units = Object.keys(unitTable) as Unit[]

type AudienceRow = {
  /** On screens: « Les familles ». */
  name: string
  /** Minutes on the median path that these people accept. */
  minutes: number
  address: 'tu' | 'vous'
  /** Full years, both ends included; null = any age. */
  ages: readonly [from: number, to: number] | null
  /** Its persons, by the name that its findings give them. */
  persons: Called
  /** Who a register counts, where a response stands for a person. */
  population: Population
  /** As tables of margins name its persons: the margins of one public never weight another, but for the young and everyone. */
  margin: string
  /** On the home page, for everybody; the others come by a link of their own. */
  isPublic: boolean
  /** Each of them is asked: few enough to be counted one by one. */
  isCensus: boolean
}

/** Most publics: spoken to as « vous », of any age, on the home page, weighted as persons. */
const usual = {
  address: 'vous',
  ages: null,
  persons: people,
  margin: 'personnes',
  isPublic: true,
  isCensus: false,
} as const

const young = (from: number, to: number) =>
  ({
    ...usual,
    address: 'tu',
    ages: [from, to],
    population: 'jeunes',
    persons: called(['jeune', 'répondant'], people.holder, {
      fr: `jeunes de ${from} à ${to} ans`,
      en: `young people aged ${from} to ${to}`,
      ar: `شاب وشابة بين ${from} و${to} سنة`,
    }),
  }) as const

const audienceTable = {
  families: { ...usual, name: 'Les familles', minutes: 8, population: 'habitants' },
  'young-11-15': { ...young(11, 15), name: 'Les jeunes de 11 à 15 ans', minutes: 5 },
  'young-16-25': { ...young(16, 25), name: 'Les jeunes de 16 à 25 ans', minutes: 6 },
  inhabitants: {
    ...usual,
    name: 'Les habitants, aînés compris',
    minutes: 5,
    persons: called(['habitant', 'répondant'], people.holder, { en: 'residents', ar: 'ساكن' }),
    population: 'habitants',
    margin: 'habitants',
  },
  professionals: {
    ...usual,
    name: 'Les professionnels et partenaires',
    minutes: 7,
    persons: called(['professionnel', 'répondant'], people.holder, { en: 'professionals', ar: 'مهني' }),
    population: 'professionnels',
    margin: 'professionnels',
    isPublic: false,
  },
  employers: { ...usual, name: 'Les employeurs', minutes: 5, population: 'employeurs', isPublic: false },
  associations: { ...usual, name: 'Les associations', minutes: 6, population: 'associations', isPublic: false },
  communes: { ...usual, name: 'Les communes', minutes: 8, population: 'communes', isPublic: false, isCensus: true },
  everyone: { ...usual, name: 'Tout le monde', minutes: 8, population: 'habitants' },
} as const satisfies Record<string, AudienceRow>

/** Who a questionnaire is for. */
export type Audience = keyof typeof audienceTable
export const audienceRows: Readonly<Record<Audience, AudienceRow>> = audienceTable
export const audiences = Object.keys(audienceTable) as Audience[]

/** A stored name may be of a later edition: it is then for everyone. */
const rowOf = (audience: string): AudienceRow =>
  Object.hasOwn(audienceRows, audience) ? audienceRows[audience as Audience] : audienceRows.everyone

/** How those a unit stands for are called, by the audience where they are persons. */
export const calledOf = (unit: Unit, audience: string): Called =>
  unit === 'persons' ? rowOf(audience).persons : unitRows[unit]

/** The people of a register that a unit is one of. */
export const populationOf = (unit: Unit, audience: string): Population =>
  unitRows[unit].population ?? rowOf(audience).population

/** The name that a table of margins gives those who answer. */
export const marginOf = (unit: Unit, audience: string): string =>
  unit === 'persons' ? rowOf(audience).margin : unitRows[unit].margin

/** Every name that a table of margins may give. */
export const marginUnits: readonly string[] = [
  ...new Set([...Object.values(unitRows), ...Object.values(audienceRows)].map(({ margin }) => margin)),
]

/** « Les familles », as screens say it. */
export const audienceName = (audience: string): string => rowOf(audience).name
export const agesOf = (audience: string): readonly [number, number] | null => rowOf(audience).ages
/** Spoken to as « tu », told of the numbers that help, asked for no contact under 16. */
export const isForYoung = (audience: string): boolean => rowOf(audience).address === 'tu'
export const isPublic = (audience: string): boolean => rowOf(audience).isPublic
export const isCensus = (audience: string): boolean => rowOf(audience).isCensus
export const minutesFor = (audience: string): number => rowOf(audience).minutes

/** Whole minutes, as people are told: the shortest way, and a long one. */
export type MinutesSpan = { from: number; to: number }
