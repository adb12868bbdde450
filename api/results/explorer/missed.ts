/** Groups of a question that a publication does not show though the one before did: told from what both have published. */
import type { Store } from '../../store/store.ts'
import type * as wire from '../../wire/results.ts'
import { type Head, isWithdrawn, type PublishedQuestion, type publicationsIn } from '../publications.ts'
import { snapshotsIn } from '../snapshots.ts'
import { asFoundIn } from './as-found.ts'
import { type ShownTable, shownTables } from './shown-tables.ts'

type Publications = Pick<ReturnType<typeof publicationsIn>, 'all' | 'question'>

/**
 * @param by path of a list or of another question, '' = none
 * @returns the newest publication that showed most of what is missing, and what it is; null when nothing is, or when zones were
 * drawn afresh since: the groups are others
 */
export async function missedIn(
  store: Store,
  publications: Publications,
  head: Head,
  question: PublishedQuestion,
  by: string,
): Promise<wire.Explored['missed']> {
  const { slug, trial } = head.surveyed
  const table = tableBy(head, question, by)
  const shown = table ? groupsShown(table, by) : []
  // of two questions crossed, categories are put together otherwise as answers come
  const isCrossed = by !== '' && !question.lists.some(({ path }) => path === by)
  if (isCrossed && shown.length > 0) return null
  const snapshots = await snapshotsIn(store).all(slug, trial)
  const epochAt = (moment: string) => snapshots.findLast(({ at }) => at <= moment)?.epoch
  const earlier = (await publications.all(slug)).filter(
    (one) =>
      one.number < head.number &&
      one.surveyed.trial === trial &&
      !isWithdrawn(one) &&
      epochAt(one.madeAt) === epochAt(head.madeAt),
  )
  let most: wire.Explored['missed'] = null
  for (const one of earlier.toReversed()) {
    const asked = await publications.question(slug, one.number, question.path)
    const then = asked && tableBy(one, asked, by)
    const groups = then
      ? groupsShown(then, by).filter((name) => !shown.includes(name) && (isCrossed || isStillIn(table, name)))
      : []
    if (groups.length > (most?.groups.length ?? 0)) most = { publication: one.number, madeAt: one.madeAt, groups }
  }
  return most
}

const tableBy = (head: Head, question: PublishedQuestion, by: string): ShownTable | undefined =>
  shownTables(question, (paths) => paths.join() === by, asFoundIn(head))[0]

/** A group that the list has no more is no longer waited for. */
const isStillIn = (table: ShownTable | undefined, name: string): boolean =>
  !table?.lists[0] || table.lists[0].choices.some(({ text }) => text === name) || table.lists[0].left.includes(name)

/** Names of the groups with a figure or a word; everybody has the name ''. */
function groupsShown(table: ShownTable, by: string): string[] {
  const values = new Set(table.cells.filter(isSaid).map(({ dims }) => dims[by] ?? ''))
  return [...values].map((value) => nameOf(table, value))
}

const isSaid = ({ estimate }: wire.ExplorerCell) => estimate.value !== null || estimate.why === 'in-words'
const nameOf = ({ lists: [list] }: ShownTable, value: string) =>
  list?.choices.find((choice) => choice.value === value)?.text ?? value
