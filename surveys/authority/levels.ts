/** What the plan in force calls its levels: axe, orientation, action and objectif, or the authority's own words for them. */
import { authority } from './in-force.ts'
import type { PlanFile } from './schema.ts'

export type Level = keyof NonNullable<PlanFile['levels']>
export type LevelWords = { one: string; several: string }

export const levelRows = [
  { level: 'axis', one: 'axe', several: 'axes' },
  { level: 'orientation', one: 'orientation', several: 'orientations' },
  { level: 'action', one: 'action', several: 'actions' },
  { level: 'objective', one: 'objectif', several: 'objectifs' },
] as const satisfies readonly ({ level: Level } & LevelWords)[]

/** Words of a level, in small letters. */
export function levelWords(level: Level): LevelWords {
  const { one, several } = levelRows.find((row) => row.level === level)!
  return authority().plan.levels?.[level] ?? { one, several }
}

/** « Objectif 14 » */
export function levelTitle(level: Level, number: number | string): string {
  const { one } = levelWords(level)
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} ${number}`
}

/** « 1 axe », « 7 objectifs » */
export const levelCount = (level: Level, count: number): string => {
  const { one, several } = levelWords(level)
  return `${count} ${count > 1 ? several : one}`
}
