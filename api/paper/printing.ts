/**
 * Printing: a batch is opened, then its forms come out packet by packet. The codes are in the PDF and nowhere else: the
 * batch stores, for each form number, the hash of its code.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { hashOf, newCode, proofOf } from '../../surveys/answers/withdrawal-words.ts'
import { isCensus } from '../../surveys/questionnaire/audiences.ts'
import type { Language, Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import { pictureOf } from '../design/pictures.ts'
import { Problem } from '../http/problems.ts'
import { reviewerOf } from '../settings/reviewed.ts'
import type { Store } from '../store/store.ts'
import type * as wire from '../wire/paper.ts'
import { type Batch, paperBatchesIn, paperFormsIn } from './batches.ts'
import { numberOf } from './numbers.ts'
import { type PrintedForm, print } from './print.ts'

/** Forms of one document: Typst takes 300 MB for five, 850 for ten. */
export const packetForms = 5
/** One form in so many is typed twice. */
const sampledIn = 10
/** A packet that got lost on its way may be made again for so long, with other codes. */
const openMs = 3_600_000

/** @throws Problem questionnaire-unknown, paper-census: a form says nothing of whose code it would spend */
export async function openBatch(
  context: AppContext,
  by: string,
  slug: string,
  { language, count, copies }: wire.NewBatch,
): Promise<wire.OpenBatch> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  if (isCensus(questionnaire.audience)) throw new Problem('paper-census')
  const at = context.now().toISOString()
  const { version } = standing
  const sampled = sampleOf(count)
  const id = await reserve(context.store, { questionnaire: slug, version, language, count, copies, by, at, sampled })
  await context.audit.record({ who: by, what: 'paper-printed', about: slug, details: { lot: id, feuilles: count } })
  return { id, packet: packetForms }
}

/** @throws Problem paper-unknown */
export async function batchOf(context: AppContext, id: string): Promise<Batch> {
  const stored = await paperBatchesIn(context.store).get(id)
  if (stored === null) throw new Problem('paper-unknown')
  return stored.value
}

/**
 * Prints the packet that begins at a place, each form with its own number and code, and stores what is needed to type
 * them. Asked for again, the same numbers get other codes: those of a packet that was lost open nothing.
 *
 * @param from place of its first form, from 1
 * @param origin `https://…`, printed on the forms when no public address is set
 * @throws Problem paper-printed when the batch has been out for an hour, or a form of the packet was typed
 */
export async function printPacket(
  context: AppContext,
  id: string,
  batch: Batch,
  from: number,
  origin: string,
): Promise<Uint8Array> {
  const { questionnaire: slug, version, language, count, copies, sampled } = batch
  if (from < 1 || from > count) throw new Problem('paper-unknown')
  if (context.now().getTime() - new Date(batch.at).getTime() > openMs) throw new Problem('paper-printed')
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, version)
  const { draw } = await import('../../surveys/answers/engine.ts')
  const places = Array.from({ length: Math.min(packetForms, count - from + 1) }, (_, place) => from + place)
  const forms: PrintedForm[] = places.map((place) => ({
    number: numberOf(Number(id), place),
    words: newCode((numbers) => crypto.getRandomValues(numbers)),
    drawn: draw(questionnaire.assigned, chance),
  }))
  const pdf = await print({
    questionnaire,
    language,
    forms,
    copies,
    closesAt: standing.closesAt,
    ...(await printedBy(context, language, origin)),
  })
  const collection = paperFormsIn(context.store)
  for (const [at, { number, words, drawn }] of forms.entries()) {
    const before = await collection.get(number)
    if (before !== null && before.value.first !== null) throw new Problem('paper-printed')
    const isSampled = sampled.includes(places[at]!)
    const withdrawal = hashOf(proofOf(words))
    const common = { batch: id, questionnaire: slug, version, language, id: randomUUID(), first: null, again: null }
    const stored = await collection.put(number, { ...common, drawn, withdrawal, isSampled }, before?.revision ?? null)
    if (stored === 'changed') throw new Problem('changed-meanwhile')
  }
  return pdf
}

/** `origin`: where the site answers, printed on the sheet. */
export type AskedSheet = { language: Language; copies: number; origin: string }

/** A form without number or code, to read it or to show it. */
export async function printSample(context: AppContext, slug: string, asked: AskedSheet): Promise<Uint8Array> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  return sampleForm(context, questionnaire, asked, standing.closesAt)
}

/** One form of it, without number or code; `closesAt`: null for a draft. */
export async function sampleForm(
  context: AppContext,
  questionnaire: Questionnaire,
  { language, copies, origin }: AskedSheet,
  closesAt: string | null,
): Promise<Uint8Array> {
  const { draw } = await import('../../surveys/answers/engine.ts')
  const forms = [{ number: '', words: [], drawn: draw(questionnaire.assigned, () => 0) }]
  return print({ questionnaire, language, forms, copies, closesAt, ...(await printedBy(context, language, origin)) })
}

async function printedBy(context: AppContext, language: Language, origin: string) {
  const { site, values } = await context.settings()
  return {
    author: site.name,
    origin,
    pictureOf: (digest: string) => pictureOf(context, digest),
    isReviewed: reviewerOf(values, language) !== '',
  }
}

/** The next number of a batch; two people who print at once get two. */
async function reserve(store: Store, batch: Batch): Promise<string> {
  const collection = paperBatchesIn(store)
  const last = Math.max(0, ...(await collection.list()).map(({ id }) => Number(id)))
  return String(await collection.insertNext(last + 1, (number) => ({ id: String(number), value: batch })))
}

/** One place drawn in each ten; in what remains, one is drawn too. */
function sampleOf(count: number): number[] {
  const places: number[] = []
  for (let from = 1; from <= count; from += sampledIn)
    places.push(from + randomInt(Math.min(sampledIn, count - from + 1)))
  return places
}

const chance = () => randomBytes(4).readUInt32BE() / 2 ** 32
