/** The only way out of the analysis: what is published here can be made nowhere else. */

import { type Assembled, assemble } from './assemble.ts'
import { auditBounds } from './audit.ts'
import { type Policy, type SecretCode, secrets } from './policy.ts'
import { attackByPaths, protectWhole } from './protection.ts'
import { digestOf, type Publication, refusal } from './publication.ts'
import type { Published, PublishedFigure, PublishedTable, Secret, Shown } from './published.ts'
import { rounded } from './rounding.ts'
import type { Submission } from './submission.ts'
import type { Figure, FigureTable } from './table.ts'

const genuine = new WeakSet<object>()

/** Did this object come through the gate in this process? */
export const isPublished = (value: unknown): value is Published =>
  typeof value === 'object' && value !== null && genuine.has(value)

/**
 * Protects tables as one system, with everything published before, and returns the same tables: figures that may be
 * read, rounded, and « secret » for the others, each with the reason. Shares of a question by zone, from start to end:
 *
 * ```ts
 * const table = sharesTable({
 *   id: 'garde-zone', title: 'Mode de garde', universe: 'familles.garde',
 *   by: [{ name: 'zone', values: zones }], answers: { name: 'garde', values: ['oui', 'non'] }, base, count, estimate })
 * const published = publish({ tables: [table], snapshot: 'cloture', responses: 412 }, policies.document, earlier)
 * for (const figure of published.tables[0].figures) console.log(figure.secret ? figure.why : figure.estimate.value)
 * ```
 *
 * @param earlier publications that the same readers can have seen, oldest first
 * @throws RangeError when a table does not add up, one key has two counts, an estimate has another base than its figure,
 *   or too few answers came in since the last publication (see `refusal`)
 * @source shared rules of the statistics offices: HandbookSDC ch. 4–5; audit: Fischetti & Salazar (2000)
 */
export function publish(submission: Submission, policy: Policy, earlier: readonly Publication[] = []): Published {
  const refused = refusal(submission, earlier, policy)
  if (refused !== null) throw new RangeError(refused)
  const allowed = submission.tables.filter(({ crossing }) => crossing <= policy.crossing)
  for (const table of allowed) for (const figure of table.figures) checkBase(figure)
  const { snapshot, paths } = submission
  const assembled = assemble({ tables: allowed.map(withoutExtremes), snapshot, paths }, policy, earlier)
  const { task, place, keys, knowledge } = assembled
  const { hidden, exposed } = protectWhole(assembled)
  const narrowest = proveSafe(assembled, hidden, new Set(exposed))
  const isHidden = (key: string) => hidden[place.get(key)!]!
  const tables = submission.tables.map((table) => {
    const figures = table.figures.map((figure) => {
      const code = codeOf(figure, table, policy, earlier.length > 0, isHidden)
      return seal(code === null ? shown(figure, table, policy) : secret(figure, table, code)) as PublishedFigure
    })
    const { id, title, sensitive } = table
    return seal({ id, title, sensitive, figures: Object.freeze(figures) }) as PublishedTable
  })
  const known = keys.map((key) => [key, isHidden(key) ? null : task.system.counts[place.get(key)!]!] as const)
  return seal({
    purpose: policy.purpose,
    mention: policy.mention,
    tables: Object.freeze(tables),
    knowledge: { counts: Object.fromEntries(known), ...knowledge },
    audit: { counts: keys.length, hidden: keys.filter(isHidden).length, narrowest },
  }) as Published
}

/** Freezes what the gate made into a dated publication. @throws RangeError for anything else */
export async function freeze(
  published: Published,
  about: Omit<Publication, 'published' | 'digest'>,
): Promise<Publication> {
  if (!isPublished(published)) throw new RangeError('freeze needs figures that came through publish')
  const { id, date, snapshot, responses } = about
  const publication = { id, date, snapshot, responses, published }
  return { ...publication, digest: await digestOf(publication) }
}

/** A publication read back from where it was kept. @throws RangeError when a byte of it changed */
export async function reopen(kept: Publication): Promise<Publication> {
  if ((await digestOf(kept)) !== kept.digest)
    throw new RangeError(`reopen needs the publication as it was frozen: ${kept.id}`)
  genuine.add(kept.published)
  return kept
}

function seal<T extends object>(value: T): T {
  genuine.add(value)
  return Object.freeze(value)
}

/** The attack by the solver, independent of the search: nothing leaves when it succeeds. */
function proveSafe(assembled: Assembled, hidden: readonly boolean[], exposed: ReadonlySet<number>): number | null {
  const { system, need } = assembled.task
  let narrowest = Number.POSITIVE_INFINITY
  const fail = (cell: number) => {
    throw new Error(`the search left ${system.keys[cell]} unprotected`)
  }
  for (const { cell, lo, hi } of auditBounds(system, hidden)) {
    if (need[cell] === 0 || exposed.has(cell)) continue
    if (hi - lo < need[cell]!) fail(cell)
    narrowest = Math.min(narrowest, hi - lo)
  }
  for (const cell of attackByPaths(assembled, hidden)) if (!exposed.has(cell)) fail(cell)
  return Number.isFinite(narrowest) ? narrowest : null
}

const withoutExtremes = (table: FigureTable): FigureTable => ({
  ...table,
  figures: table.figures.filter(({ shape }) => shape !== 'extreme'),
})

function checkBase({ key, count, base, estimate }: Figure): void {
  if (estimate.base !== (base?.count ?? count))
    throw new RangeError(`publish needs the estimate of ${key} to have the base of its figure`)
}

function codeOf(
  { key, base, count, shape, quantile = 0.5 }: Figure,
  { sensitive, crossing }: FigureTable,
  policy: Policy,
  isRepeated: boolean,
  isHidden: (key: string) => boolean,
): SecretCode | null {
  if (crossing > policy.crossing) return 'crossing'
  if (shape === 'extreme') return 'extreme'
  // as many answers beyond a quantile as half a smallest group: a median needs `least` answers, a decile five times more
  const isThin = shape === 'quantile' && count > 0 && count * Math.min(quantile, 1 - quantile) < policy.least / 2
  if (!(isThin || isHidden(key) || (base && isHidden(base.key)))) return null
  if (isRepeated) return sensitive ? 'repeatedSensitive' : 'repeated'
  return sensitive ? 'sensitive' : 'small'
}

function shown({ key, dims, count, estimate, shape }: Figure, table: FigureTable, policy: Policy): Shown {
  const printed = table.weighted && shape === 'share' ? null : count
  return {
    secret: false,
    key,
    dims,
    table: table.id,
    count: printed,
    estimate: Object.freeze(rounded(estimate, shape, policy)),
  }
}

const secret = ({ key, dims }: Figure, table: FigureTable, code: SecretCode): Secret => ({
  secret: true,
  key,
  dims,
  table: table.id,
  code,
  why: secrets[code],
})
