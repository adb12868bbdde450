/** Small invented surveys: people with a zone, an income band and answers, and linked tables about them. */

import { type Groups, sharesTable, type Where } from '../../../analysis/disclosure/shares-table.ts'
import type { FigureTable } from '../../../analysis/disclosure/table.ts'
import type { MaybeEstimate } from '../../../analysis/estimates/estimate.ts'

export type Person = Readonly<Record<string, string | null>>

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const shareOf = (count: number, base: number): MaybeEstimate =>
  base === 0
    ? { value: null, why: 'too-few', base }
    : { value: count / base, low: 0, high: 1, base, effectiveBase: base, unit: 'share', method: 'test' }

/** Counts one question (`question` is a trait of each person; several answers are joined by +). */
export function tableOf(
  people: readonly Person[],
  question: string,
  by: readonly Groups[],
  options: { answers: readonly string[]; several?: boolean; sensitive?: boolean; id?: string },
): FigureTable {
  const isIn = (person: Person, where: Where) =>
    Object.entries(where).every(([name, value]) => {
      const within = by.find((groups) => groups.name === name)?.within ?? {}
      const own = person[name]
      return own === value || (own !== null && own !== undefined && within[own] === value)
    })
  const gave = (person: Person, answer: string) => (person[question] ?? '').split('+').includes(answer)
  const base = (where: Where) => people.filter((person) => person[question] !== null && isIn(person, where)).length
  const count = (where: Where, answer: string) =>
    people.filter((person) => isIn(person, where) && gave(person, answer)).length
  return sharesTable({
    id: options.id ?? [question, ...by.map(({ name }) => name)].join('-'),
    title: question,
    universe: question,
    sensitive: options.sensitive ?? false,
    by,
    answers: { name: 'reponse', values: options.answers, several: options.several ?? false },
    base,
    count,
    estimate: (where, answer) => shareOf(count(where, answer), base(where)),
  })
}

const pick = (random: () => number, values: readonly string[], skew = 1.5): string =>
  values[Math.floor(random() ** skew * values.length)]!

/** A survey of 40 to 400 people and 3 to 6 tables: shared margins, a hierarchy of zones, ticks, a sensitive item, a crossing. */
export function randomSurvey(seed: number): {
  people: Person[]
  tables: FigureTable[]
  tablesOf: (people: readonly Person[]) => FigureTable[]
} {
  const random = chance(seed)
  const size = 40 + Math.floor(random() * 360)
  // two surveys in three are small, so that many fit in a test
  const spread = random() < 0.33 ? 1 : 0.5
  const some = (least: number, more: number) => least + Math.floor(random() * (more + 1) * spread)
  const zones = ['centre', 'nord', 'sud', 'est', 'ouest'].slice(0, some(3, 2))
  const bands = ['qf1', 'qf2', 'qf3', 'qf4'].slice(0, some(2, 2))
  const answers = ['a', 'b', 'c', 'd', 'e'].slice(0, some(2, 3))
  const people = Array.from({ length: size }, (): Person => {
    const ticks = ['x', 'y', 'z'].filter((_, index) => random() < 0.55 - 0.22 * index).join('+')
    return {
      zone: random() < 0.02 ? null : pick(random, zones),
      bande: random() < 0.03 ? null : pick(random, bands, 1),
      choix: random() < 0.1 ? null : pick(random, answers, 2.5),
      coches: random() < 0.1 ? null : ticks || 'rien',
      handicap: random() < 0.15 ? null : random() < 0.1 ? 'oui' : 'non',
    }
  })
  const hasSides = random() < 0.5
  const zone: Groups = hasSides
    ? {
        name: 'zone',
        values: ['cote', 'terre', ...zones],
        within: Object.fromEntries(zones.map((name, index) => [name, index % 2 ? 'terre' : 'cote'])),
      }
    : { name: 'zone', values: zones }
  const bande: Groups = { name: 'bande', values: bands }
  const wants = [0.5, 0.5, 0.5, 0.15 * spread].map((odds) => random() < odds)
  const tablesOf = (who: readonly Person[]) => [
    tableOf(who, 'choix', [zone], { answers }),
    tableOf(who, 'choix', [bande], { answers }),
    ...(wants[0] ? [tableOf(who, 'coches', [zone], { answers: ['x', 'y', 'z'], several: true })] : []),
    ...(wants[1] ? [tableOf(who, 'handicap', [zone], { answers: ['oui', 'non'], sensitive: true })] : []),
    ...(wants[2] ? [tableOf(who, 'handicap', [bande], { answers: ['oui', 'non'], sensitive: true })] : []),
    ...(wants[3] ? [tableOf(who, 'choix', [zone, bande], { answers })] : []),
  ]
  return { people, tables: tablesOf(people), tablesOf }
}
