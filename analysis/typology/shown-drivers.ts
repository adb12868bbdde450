/** The tree of drivers as it may be shown: a split stands when each of its groups has a published share. */
import type { Estimate } from '../estimates/estimate.ts'
import { type Axis, madeAxis } from '../explore/axis.ts'
import { standingFor } from './apart.ts'
import { allOf, type Counting, figureIn, shownCrossing } from './described.ts'
import type { DriverNode } from './driver-tree.ts'
import { codesOf } from './protected-burt.ts'

/** A question or a list of groups that may divide people. */
export type DriverQuestion = { path: string; title: string; labels: readonly string[]; codes: ArrayLike<number> }

export type ShownNode = {
  /** What its people answered to the question that divides their node; empty at the root. */
  answers: string[]
  /** Share of its people who gave the answer. */
  share: Estimate
  split: { path: string; title: string; children: ShownNode[] } | null
}

/** A node in a list: the root, then each group under the one it divides. */
export type FlatNode = {
  /** 0 = the root. */
  depth: number
  /** Question that made it, and what its people answered; null and none at the root. */
  question: string | null
  answers: string[]
  share: Estimate
}

export function flat({ answers, share, split }: ShownNode, depth = 0, question: string | null = null): FlatNode[] {
  const below = split?.children.flatMap((child) => flat(child, depth + 1, split.title)) ?? []
  return [{ depth, question, answers, share }, ...below]
}

/**
 * @param target axis of the answer, its only category
 * @param printed groups of which figures are printed already: a node that is nearly one of them is not shown
 */
export function shownTree(
  node: DriverNode,
  target: Axis,
  questions: readonly DriverQuestion[],
  counting: Counting,
  printed: readonly Uint8Array[] = [],
): ShownNode | null {
  const root = standingFor(counting.table, target.asked, node.within, printed)
  const share = figureIn(shownCrossing(target, allOf(root), counting), 0, 0)
  return share && { answers: [], share, split: shownSplit(node, target, questions, counting, printed) }
}

function shownSplit(
  { within, split }: DriverNode,
  target: Axis,
  questions: readonly DriverQuestion[],
  counting: Counting,
  printed: readonly Uint8Array[],
): ShownNode['split'] {
  const isApart = (group: Uint8Array) => standingFor(counting.table, target.asked, group, printed) === group
  if (split === null || !split.children.every((child) => isApart(child.within))) return null
  const { path, title, labels, codes } = questions[split.predictor]!
  const groupOf = new Map(split.groups.flatMap((group, at) => group.map((code): [number, number] => [code, at])))
  const placed = Int16Array.from(within, (one, row) => (one === 1 ? (groupOf.get(codes[row]!) ?? -1) : -1))
  const categories = split.groups.map((group, at) => ({
    value: String(at),
    label: group.map((code) => labels[code]).join(', '),
  }))
  const asked = Uint8Array.from(placed, (code) => Number(code >= 0))
  const crossing = shownCrossing(target, madeAxis({ path: `#${path}`, title, categories }, placed, asked), counting)
  const children = split.groups.map((group, at): ShownNode | null => {
    const column = crossing.by?.choices.findIndex(({ value }) => value === String(at)) ?? -1
    const share = column < 0 ? null : figureIn(crossing, column, 0)
    const answers = group.map((code) => labels[code]!)
    return share && { answers, share, split: shownSplit(split.children[at]!, target, questions, counting, printed) }
  })
  const shown = children.filter((child) => child !== null)
  return shown.length === children.length ? { path, title, children: shown } : null
}

/** A closed list as a question that may divide: its groups. */
export const driverOf = (axis: Axis, within: Uint8Array): DriverQuestion => ({
  path: axis.path,
  title: axis.title,
  labels: axis.categories.map(({ label }) => label),
  codes: codesOf(axis, within),
})
