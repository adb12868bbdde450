/** Batches of invitation codes: printed once, stored as hashes only, cancelled when a list is lost. */
import { fieldworkCount } from '../../../analysis/disclosure/publication.ts'
import { newInvitation } from '../../../surveys/answers/invitation.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { AppContext } from '../../context.ts'
import { pdf } from '../../http/pdf.ts'
import { Problem } from '../../http/problems.ts'
import { collections } from '../../store/collections.ts'
import type { File } from '../../wire/contract.ts'
import type * as wire from '../../wire/fieldwork.ts'
import type { CodeBatch } from '../collections.ts'
import { printStrips } from './code-strips.ts'
import { codesTable } from './codes-table.ts'
import { hashOfInvitation } from './invitation-hash.ts'

export const codeBatchesIn = ({ store }: AppContext) => store.collection(collections.codeBatches)
const idOf = (number: number) => String(number).padStart(4, '0')

/**
 * Makes a batch, as strips to cut out or as a table for mail merge. The codes are in the file and nowhere else.
 *
 * @param origin `https://…`, where people answer
 * @throws Problem questionnaire-unknown
 */
export async function makeCodes(
  context: AppContext,
  by: string,
  slug: string,
  { label, count, as }: wire.NewBatch,
  origin: string,
): Promise<File> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const codes = new Set<string>()
  while (codes.size < count) codes.add(newInvitation((bytes) => crypto.getRandomValues(bytes)))
  const { site } = await context.settings()
  const address = `${origin}/q/${slug}`
  const { closesAt } = standing
  const id = await reserve(context, slug, {
    label,
    at: context.now().toISOString(),
    by,
    codes: count,
    isCancelled: false,
  })
  const content =
    as === 'table'
      ? new TextEncoder().encode(codesTable({ address, closesAt, codes: [...codes] }))
      : await printStrips({
          title: frenchOf(questionnaire.title),
          author: site.name,
          label: `${label}, lot n°\u00a0${Number(id)}`,
          address,
          closesAt,
          codes: [...codes],
        }).catch(async (error) => {
          // nothing was printed of it
          await codeBatchesIn(context).remove(`${slug}/${id}`)
          throw error
        })
  // in the order of the hashes, which chance made
  const hashes = [...codes].map((code) => hashOfInvitation(context.keyring, slug, code)).toSorted()
  await context.store.codes.add(slug, id, hashes)
  await context.audit.record({ who: by, what: 'codes-printed', about: slug, details: { lot: id, codes: count } })
  const name = `codes-${slug}-${id}`
  return as === 'table' ? { type: 'text/csv', content, name: `${name}.csv` } : pdf(name, content)
}

/** The next number of a batch; two people who print at once get two. */
async function reserve(context: AppContext, slug: string, batch: CodeBatch): Promise<string> {
  const first = (await codeBatchesIn(context).list(`${slug}/`)).length + 1
  const place = (number: number) => ({ id: `${slug}/${idOf(number)}`, value: batch })
  return idOf(await codeBatchesIn(context).insertNext(first, place))
}

/** Newest first; how many were used is rounded to the nearest five. */
export async function codeBatches(context: AppContext, slug: string): Promise<wire.Batch[]> {
  const counts = new Map((await context.store.codes.counts(slug)).map((count) => [count.batch, count]))
  const stored = await codeBatchesIn(context).list(`${slug}/`)
  return stored
    .map(({ id: name, value }) => {
      const id = name.slice(slug.length + 1)
      return { id, ...value, spent: fieldworkCount(counts.get(id)?.spent ?? 0) }
    })
    .reverse()
}

/** What is left of the printed codes, to the nearest five; null when no batch is printed, or all are cancelled. */
export function unusedIn(batches: wire.Batch[]): number | null {
  const left = batches.filter(({ isCancelled }) => !isCancelled)
  // those used are rounded, and may seem more than were printed
  const unused = left.reduce((sum, { codes, spent }) => sum + Math.max(0, codes - spent), 0)
  return left.length === 0 ? null : fieldworkCount(unused)
}

/** @throws Problem form-refused when there is no such batch */
export async function cancelCodes(context: AppContext, by: string, slug: string, id: string): Promise<void> {
  const stored = /^\d{4}$/.test(id) ? await codeBatchesIn(context).get(`${slug}/${id}`) : null
  if (!stored) throw new Problem('form-refused')
  await context.store.codes.cancel(slug, id)
  await codeBatchesIn(context).put(`${slug}/${id}`, { ...stored.value, isCancelled: true }, stored.revision)
  await context.audit.record({ who: by, what: 'codes-cancelled', about: slug, details: { lot: id } })
}
