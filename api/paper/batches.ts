/**
 * Batches of paper forms. A batch knows, for each sheet number, the hash of its code: the code itself is in the PDF and
 * nowhere else, so it is gone from here as soon as the PDF has left.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { hashOf, newCode, proofOf } from '../../surveys/code.ts'
import { type Drawn, draw } from '../../surveys/engine.ts'
import type { Language } from '../../surveys/questionnaire.ts'
import type { House } from '../house.ts'
import type { Store } from '../store/store.ts'
import type * as wire from '../wire-paper.ts'
import { numberOf } from './numbers.ts'
import { print } from './print.ts'

/** Shelf `paper-batches`, by its number. */
export type Batch = {
  questionnaire: string
  version: number
  language: Language
  count: number
  copies: number
  by: string
  at: string
}

export type Pass = { by: string; at: string }

/** Shelf `paper-sheets`, by the number printed on it. */
export type PaperSheet = {
  batch: string
  questionnaire: string
  version: number
  language: Language
  /** Id of the answer it becomes: typing it twice keeps it once. */
  id: string
  drawn: Drawn
  /** Until the sheet is typed; then it lies beside the answer only. */
  withdrawal: string | null
  /** Drawn for a second entry; nobody is told before the first one. */
  isSampled: boolean
  first: Pass | null
  again: (Pass & { compared: number; different: number }) | null
}

/** One sheet in so many is typed twice. */
export const sampledIn = 10

export const batchShelf = (store: Store) => store.shelf<Batch>('paper-batches')
export const sheetShelf = (store: Store) => store.shelf<PaperSheet>('paper-sheets')

/**
 * Prints sheets, each with its own number and code, and keeps what is needed to type them.
 *
 * @param origin `https://…`, printed on the sheets when no public address is set
 * @throws Problem questionnaire-unknown
 */
export async function printBatch(
  house: House,
  by: string,
  slug: string,
  { language, count, copies }: wire.NewBatch,
  origin: string,
): Promise<{ id: string; pdf: Uint8Array }> {
  const { standing } = await house.questionnaires.found(slug)
  const { questionnaire } = await house.questionnaires.published(slug, standing.version)
  const { version, assigned } = questionnaire
  const at = house.now().toISOString()
  const id = await reserve(house.store, { questionnaire: slug, version, language, count, copies, by, at })
  const sampled = sampleOf(count)
  const sheets = Array.from({ length: count }, (_, place) => ({
    number: numberOf(Number(id), place + 1),
    words: newCode((numbers) => crypto.getRandomValues(numbers)),
    drawn: draw(assigned, chance),
    isSampled: sampled.has(place),
  }))
  const pdf = await print({ questionnaire, language, sheets, copies, ...(await printedBy(house, language, origin)) })
  for (const { number, words, drawn, isSampled } of sheets) {
    const withdrawal = hashOf(proofOf(words))
    const common = { batch: id, questionnaire: slug, version, language, id: randomUUID(), first: null, again: null }
    await sheetShelf(house.store).put(number, { ...common, drawn, withdrawal, isSampled }, null)
  }
  await house.audit.record({ who: by, what: 'paper-printed', about: slug, details: { lot: id, feuilles: count } })
  return { id, pdf }
}

/** A form without number or code, to read it or to show it. */
export async function printSample(
  house: House,
  slug: string,
  language: Language,
  copies: number,
  origin: string,
): Promise<Uint8Array> {
  const { standing } = await house.questionnaires.found(slug)
  const { questionnaire } = await house.questionnaires.published(slug, standing.version)
  const sheets = [{ number: '', words: [], drawn: draw(questionnaire.assigned, () => 0) }]
  return print({ questionnaire, language, sheets, copies, ...(await printedBy(house, language, origin)) })
}

async function printedBy(house: House, language: Language, origin: string) {
  const { site, values } = await house.settings()
  const reviewed = { fr: 'fr', 'fr-facile': values.reviewedEasy, en: values.reviewedEnglish, ar: values.reviewedArabic }
  const address = values.publicAddress.replace(/\/$/, '') || origin
  return { author: site.name, origin: address, isReviewed: reviewed[language] !== '' }
}

/** The next number of a batch; two people who print at once get two. */
async function reserve(store: Store, batch: Batch): Promise<string> {
  const shelf = batchShelf(store)
  for (;;) {
    const last = Math.max(0, ...(await shelf.list()).map(({ id }) => Number(id)))
    if ((await shelf.put(String(last + 1), batch, null)) !== 'changed') return String(last + 1)
  }
}

/** One place drawn in each ten; in what remains, one is drawn too. */
function sampleOf(count: number): Set<number> {
  const places = new Set<number>()
  for (let from = 0; from < count; from += sampledIn) places.add(from + randomInt(Math.min(sampledIn, count - from)))
  return places
}

const chance = () => randomBytes(4).readUInt32BE() / 2 ** 32

/** What has become of each batch, newest first. */
export async function batches(house: House, worksOn: (slug: string) => boolean): Promise<wire.Batches> {
  const sheets = (await sheetShelf(house.store).list()).map(({ value }) => value)
  const kept = (await batchShelf(house.store).list()).filter(({ value }) => worksOn(value.questionnaire))
  const lines = await Promise.all(
    kept.map(async ({ id, value }) => {
      const { title } = (await house.questionnaires.published(value.questionnaire, value.version)).questionnaire
      const mine = sheets.filter(({ batch }) => batch === id)
      const again = mine.flatMap((sheet) => sheet.again ?? [])
      return {
        id,
        ...value,
        title: typeof title === 'string' ? title : title.default,
        entered: mine.filter(({ first }) => first !== null).length,
        waiting: mine.filter(isWaiting).length,
        again: again.length,
        compared: again.reduce((sum, { compared }) => sum + compared, 0),
        different: again.reduce((sum, { different }) => sum + different, 0),
      }
    }),
  )
  return { batches: lines.sort((a, b) => Number(b.id) - Number(a.id)) }
}

/** Typed once, and drawn for a second entry. */
export const isWaiting = ({ first, again, isSampled }: PaperSheet) => isSampled && first !== null && again === null

/** After the freeze no sheet that was never typed leads to a code. */
export async function forgetPaperCodes(house: House): Promise<void> {
  const frozen = new Set(await house.questionnaires.frozen())
  if (frozen.size === 0) return
  const shelf = sheetShelf(house.store)
  for (const { id, revision, value } of await shelf.list())
    if (value.withdrawal !== null && frozen.has(value.questionnaire))
      await shelf.put(id, { ...value, withdrawal: null }, revision)
}
