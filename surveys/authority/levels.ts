/** What the plan in force calls its levels: axe, orientation, action and objectif, or the authority's own words for them. */
import { authority } from './in-force.ts'
import type { Gender, PlanFile } from './schema.ts'

export type Level = keyof NonNullable<PlanFile['levels']>
export type LevelWords = { one: string; several: string; gender: Gender }

export const levelRows = [
  { level: 'axis', one: 'axe', several: 'axes', gender: 'masculine' },
  { level: 'orientation', one: 'orientation', several: 'orientations', gender: 'feminine' },
  { level: 'action', one: 'action', several: 'actions', gender: 'feminine' },
  { level: 'objective', one: 'objectif', several: 'objectifs', gender: 'masculine' },
] as const satisfies readonly ({ level: Level } & LevelWords)[]

/** Words of a level, in small letters. @param plan the one in force when absent */
export function levelWords(level: Level, plan: Pick<PlanFile, 'levels'> = authority().plan): LevelWords {
  const { one, several, gender } = levelRows.find((row) => row.level === level)!
  const own = plan.levels?.[level]
  if (!own) return { one, several, gender }
  // stored before sentences agreed with it
  return { ...own, gender: own.gender ?? (own.one === one ? gender : 'masculine') }
}

/** « Objectif 14 » */
export const levelTitle = (level: Level, number: number | string): string =>
  `${capitalised(levelWords(level).one)} ${number}`

/** « 1 axe », « 7 objectifs » */
export const levelCount = (level: Level, count: number): string => {
  const { one, several } = levelWords(level)
  return `${count} ${count > 1 ? several : one}`
}

/** « Objectif », « Objectifs »: what stands over a list or at the top of a column. */
export const levelHeading = (level: Level, count = 1): string => {
  const { one, several } = levelWords(level)
  return capitalised(count > 1 ? several : one)
}

/** « objectif 3 », « objectifs 3, 7 » */
export const levelNumbers = (level: Level, numbers: readonly number[]): string =>
  `${levelHeading(level, numbers.length).toLowerCase()} ${numbers.join(', ')}`

/** « Fiche action », « Fiche défi »; a plan that calls its actions « fiches » says it once. */
export function sheetName(): string {
  const { one } = levelWords('action')
  return one.startsWith('fiche') ? capitalised(one) : `Fiche ${one}`
}

/** What stands before a level in a sentence: masculine, feminine, and before a vowel in both genders. */
const articles = {
  the: ['le ', 'la ', 'l’', 'l’'],
  a: ['un ', 'une ', 'un ', 'une '],
  this: ['ce ', 'cette ', 'cet ', 'cette '],
  none: ['aucun ', 'aucune ', 'aucun ', 'aucune '],
  of: ['de ', 'de ', 'd’', 'd’'],
  ofThe: ['du ', 'de la ', 'de l’', 'de l’'],
  toThe: ['au ', 'à la ', 'à l’', 'à l’'],
  its: ['son ', 'sa ', 'son ', 'son '],
} as const
export type Article = keyof typeof articles

/** A mute h elides as a vowel does. */
const startsAsVowel = (word: string) => /^[aeiouyhœæ]/.test(word.normalize('NFD'))

/**
 * A level with its article, as sentences say it: nothing else in the sentence may have to agree with it.
 *
 * @example levelSaid('this', 'objective') // 'cet objectif', 'ce défi', 'cette fiche'
 */
export function levelSaid(article: Article, level: Level): string {
  const { one, gender } = levelWords(level)
  const at = (startsAsVowel(one) ? 2 : 0) + (gender === 'feminine' ? 1 : 0)
  return `${articles[article][at]}${one}`
}

/** « des 7 objectifs », « d’un objectif » */
export const levelCountOf = (level: Level, count: number): string =>
  count > 1 ? `des ${levelCount(level, count)}` : `d’${levelSaid('a', level)}`

export const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
