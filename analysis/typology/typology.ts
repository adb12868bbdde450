/**
 * A typology of those who responded: axes of a correspondence analysis, classes on them, and what sets each class
 * apart. All that leaves is made of published figures.
 */
import type { Study } from '../columns/study.ts'
import { toStep } from '../disclosure/interval.ts'
import { type Noise, perturbed } from '../disclosure/perturbation.ts'
import { baseShown } from '../disclosure/rules.ts'
import { questionAxis } from '../explore/axis.ts'
import type { Strength } from '../findings/strength.ts'
import { randomOf } from '../scripts/simulate/random.ts'
import type { Axis as Direction } from './correspondence.ts'
import { type DescribedClass, describedClasses } from './described.ts'
import { type Grouped, groupedBy } from './grouped.ts'
import type { TypologyAsked } from './offered.ts'
import { printedBefore } from './printed-groups.ts'
import { type ActiveQuestion, cellOf } from './protected-burt.ts'
import { stabilityOf, type Units } from './stability.ts'

/** One end of an axis: answers of one side, with the part of the axis they make and how well it shows them, in percent. */
export type Pole = { title: string; answer: string; contribution: number; cos2: number }[]

export type Typology = {
  questions: { path: string; title: string; rare: string[]; isTogether: boolean }[]
  /** People in a class, to the nearest five; those who answered too few of the questions are in none. */
  people: number
  unclassed: number
  weighted: boolean
  axes: { /** Of the corrected inertia, in percent. */ part: number; poles: [Pole, Pole] }[]
  classes: (DescribedClass & { strength: Strength /** Mean Jaccard index, by steps of 0.05. */; jaccard: number })[]
  /** Mean adjusted Rand index, by steps of 0.05. */
  stability: { strength: Strength; rand: number; resamples: number }
}

/** Resamples of the classes; fewer where each takes long. */
const resamples = { usual: 50, manyRows: 10_000, few: 15 }

/**
 * What else is printed of the same people. `before`: the typologies made of them, the oldest first. `noise`: another one in
 * tests only. `rounds`: resamples, fewer where only the figures are read.
 */
export type Circumstances = { before?: readonly TypologyAsked[]; noise?: Noise; rounds?: number }

/**
 * @returns the typology, or why there is none, in French
 * @throws RangeError when a question is not among those offered, or they are asked of different people
 */
export function typologyOf(
  study: Study,
  asked: TypologyAsked,
  circumstances: Circumstances = {},
): Typology | { refused: string } {
  const { before = [], noise = perturbed, rounds } = circumstances
  const grouped = groupedBy(study, asked, noise)
  if ('refused' in grouped) return grouped
  const earlier = before.map((one) => groupedBy(study, one, noise)).filter((one): one is Grouped => !('refused' in one))
  return shownTypology(study, grouped, earlier, rounds)
}

/** @param earlier typologies made of the same people; null: groups are shown whatever they are nearly equal to (self-check of the attacks) */
export function shownTypology(
  study: Study,
  grouped: Grouped,
  earlier: readonly Grouped[] | null,
  rounds?: number,
): Typology {
  const { subjects, questions, lists, counting, axes, inside, classed, found } = grouped
  const { table, design, noise } = counting
  const units: Units = {
    count: design.psus,
    of: design.psuOf ?? Int32Array.from({ length: table.rows }, (_, row) => row),
  }
  const usual = table.rows > resamples.manyRows ? resamples.few : resamples.usual
  const stability = stabilityOf(found, units, randomOf(1), rounds ?? usual)
  const printed = earlier === null ? [] : printedBefore(study, grouped, earlier)
  const [all, apart] = [cellOf(table, inside), cellOf(table, classed)]
  const described = describedClasses(
    Int16Array.from(found.codes),
    found.count,
    [...subjects.map(questionAxis), ...lists],
    counting,
    printed,
  )
  return {
    questions: questions.map(({ subject, rare, isTogether }) => ({
      path: subject.field.path,
      title: subject.field.title,
      rare,
      isTogether,
    })),
    people: baseShown(noise(apart, 'ordinary')),
    unclassed: baseShown(Math.max(0, noise(all, 'ordinary') - noise(apart, 'ordinary'))),
    weighted: design.calibrations.length > 0,
    axes: axes.map((axis) => shownAxis(axis, questions)),
    classes: described.map((one, at) => {
      const jaccard = stability.jaccard[at]!
      return { ...one, jaccard: toStep(jaccard), strength: strengthOfClass(jaccard) }
    }),
    stability: {
      rand: toStep(Math.max(0, stability.rand)),
      strength: strengthOfClass(stability.rand),
      resamples: stability.resamples,
    },
  }
}

const percent = (share: number) => Math.round(share * 100)

/** The answers that make an axis, more than their share of it: those of either side. */
function shownAxis(
  { part, coordinates, contributions, cos2 }: Direction,
  questions: readonly ActiveQuestion[],
): Typology['axes'][number] {
  const answers = questions.flatMap(({ subject, labels }) =>
    labels.map((answer) => ({ title: subject.field.title, answer })),
  )
  const poleOf = (sign: number): Pole =>
    answers
      .map((one, k) => ({ ...one, sign: Math.sign(coordinates[k]!), own: contributions[k]!, cos2: percent(cos2[k]!) }))
      .filter((one) => one.sign === sign && one.own > 1 / answers.length)
      .toSorted((a, b) => b.own - a.own)
      .slice(0, 5)
      .map(({ title, answer, own, cos2: shown }) => ({
        title,
        answer,
        contribution: percent(own),
        cos2: Math.min(100, shown),
      }))
  return { part: percent(part), poles: [poleOf(-1), poleOf(1)] }
}

/** A class found again: from 0.75 on it is valid, below 0.6 it is not to be trusted. */
function strengthOfClass(likeness: number): Strength {
  if (likeness >= 0.75) return 'solide'
  return likeness >= 0.6 ? 'indicatif' : 'fragile'
}
