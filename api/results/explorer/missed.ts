/** Groups of a question that a publication does not show though the one before did: told from what both have published. */
import type { Store } from '../../store/store.ts'
import type * as wire from '../../wire/results.ts'
import { type Head, isWithdrawn, type PublishedQuestion, type publicationsIn } from '../publications.ts'
import { snapshotsIn } from '../snapshots.ts'
import { type ShownTable, shownTables } from './shown-tables.ts'

type Publications = Pick<ReturnType<typeof publicationsIn>, 'all' | 'question'>

/**
 * @param by path of a list or of another question, '' = none
 * @returns null when nothing is missing, or when zones were drawn afresh between the two: the groups are others
 */
export async function missedIn(
  store: Store,
  publications: Publications,
  { surveyed: { slug, trial }, number, madeAt }: Pick<Head, 'surveyed' | 'number' | 'madeAt'>,
  question: PublishedQuestion,
  by: string,
): Promise<wire.Explored['missed']> {
  const before = (await publications.all(slug)).findLast(
    (one) => one.number < number && one.surveyed.trial === trial && !isWithdrawn(one),
  )
  const then = before && (await publications.question(slug, before.number, question.path))
  if (!before || !then) return null
  const [shown, shownThen] = [question, then].map((one) => groupsShown(one, by))
  const groups = shownThen!.filter((name) => !shown!.includes(name))
  // of two questions crossed, categories are put together otherwise as answers come
  const isCrossed = by !== '' && !question.lists.some(({ path }) => path === by)
  if (groups.length === 0 || (isCrossed && shown!.length > 0)) return null
  const snapshots = await snapshotsIn(store).all(slug, trial)
  const epochAt = (moment: string) => snapshots.findLast(({ at }) => at <= moment)?.epoch
  if (epochAt(before.madeAt) !== epochAt(madeAt)) return null
  return { publication: before.number, madeAt: before.madeAt, groups }
}

/** Names of the groups with a figure or a word; everybody has the name ''. */
function groupsShown(question: PublishedQuestion, by: string): string[] {
  const [table] = shownTables(question, (paths) => paths.join() === by)
  if (!table) return []
  const values = new Set(table.cells.filter(isSaid).map(({ dims }) => dims[by] ?? ''))
  return [...values].map((value) => nameOf(table, value))
}

const isSaid = ({ estimate }: wire.ExplorerCell) => estimate.value !== null || estimate.why === 'in-words'
const nameOf = ({ lists: [list] }: ShownTable, value: string) =>
  list?.choices.find((choice) => choice.value === value)?.text ?? value
