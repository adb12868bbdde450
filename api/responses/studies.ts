/** The answers of the store as studies: each questionnaire with its columns, read block by block. */
import { createHash } from 'node:crypto'
import type { Study } from '../../analysis/columns/study.ts'
import type { ReferenceTables } from '../../analysis/design/reference-tables.ts'
import { nameOfSecret, type RecordSecret } from '../../analysis/disclosure/record-key.ts'
import type { ZoneTable } from '../../surveys/authority/territory.ts'
import type { DataContext } from '../data-context.ts'
import { asideIn } from '../fieldwork/reviews.ts'
import { recordSecretOf } from '../results/snapshots.ts'
import { referenceTables } from '../tables/reference.ts'
import { lookAt, responsesOf } from './incremental-reader.ts'
import { type RangeRead, readRanges } from './ranges.ts'
import type { ReadStudy } from './read-study.ts'
import {
  type LaidOut,
  type Reading,
  type Remembered,
  type RememberedStudy,
  readInto,
  rememberedStudy,
  withTokens,
} from './remembered-study.ts'
import { vigilanceIn } from './vigilance/vigilance.ts'

/**
 * Every questionnaire people have been given (or the one asked for), in the order of its slug.
 *
 * Trial responses count only while the questionnaire is on trial. The digest covers ids, versions and answers, not the hour a
 * response came in: the same answers in two stores are the same data.
 *
 * Texts that may reveal a distress are blank until the person of that role has read them. An unreadable response is noted and
 * left out (`unreadable.ts`).
 *
 * @param memory given by whoever asks again and again: only new responses are decrypted
 * @param read called with the number of responses read so far, in all
 * @param withAside also counts what a person has set aside (fieldwork/reviews.ts)
 * @throws Problem questionnaire-unknown
 */
export async function studiesIn(
  context: DataContext,
  only: string | null,
  read: (responses: number) => void = () => {},
  memory: StudyMemory | null = null,
  withAside = false,
): Promise<ReadStudy[]> {
  const slugs = only === null ? (await context.questionnaires.list()).questionnaires.map(({ slug }) => slug) : [only]
  const reference = await referenceTables(context.tables)
  const studies: ReadStudy[] = []
  let responses = 0
  for (const slug of slugs.toSorted()) {
    const before = responses
    studies.push(
      await studyIn(
        context,
        slug,
        reference,
        (own) => {
          responses = before + own
          read(responses)
        },
        memory,
        withAside,
      ),
    )
  }
  return studies
}

async function studyIn(
  context: DataContext,
  slug: string,
  reference: ReferenceTables,
  read: (responses: number) => void,
  memory: StudyMemory | null,
  withAside: boolean,
): Promise<ReadStudy> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const trial = standing.status === 'trial'
  const holding = await vigilanceIn(context).holding(questionnaire)
  const out = withAside ? new Set<string>() : await asideIn(context.store, slug)
  const name = JSON.stringify([questionnaire.version, trial, reference.zones, holding.name, [...out].toSorted()])
  const before = memory?.get(slug)
  const reading = { trial, holding }
  const fresh = () => rememberedStudy(name, questionnaire, out, reference.zones)
  // one changed or withdrawn response, and all is read again: columns only ever grow
  const remembered =
    before?.name === name && (await grown(context, slug, before, reading, read))
      ? before
      : await filled(context, slug, fresh(), reading, questionnaire.version, reference.zones, read)
  memory?.set(slug, remembered)
  const secret = await recordSecretOf(context, slug, trial, reference.zones)
  const { study, daysOf } = laidOut(remembered, secret)
  // a damaged response may name a version that never was
  const known = [...daysOf].map(async ([version, days]) =>
    (await context.questionnaires.isAvailable(slug, version))
      ? [{ questionnaire: (await context.questionnaires.published(slug, version)).questionnaire, days }]
      : [],
  )
  return {
    ...study,
    questionnaire,
    versions: (await Promise.all(known)).flat(),
    trial,
    zones: reference.zones,
    reference,
    aside: [...out].filter((id) => remembered.responses.has(id)).length,
  }
}

/** As the columns are until another response comes. */
function laidOut(remembered: RememberedStudy, secret: RecordSecret): LaidOut {
  const secretName = nameOfSecret(secret)
  if (remembered.laidOut?.secretName === secretName) return remembered.laidOut
  const { ids, arrivals } = remembered.columns.members()
  const all = ids.map((id) => remembered.responses.get(id)!.counted!)
  const whole = createHash('sha256')
  let period: Study['period'] = null
  const daysOf = new Map<number, Set<string>>()
  ids.forEach((id, row) => {
    const one = all[row]!
    daysOf.set(one.version, (daysOf.get(one.version) ?? new Set()).add(one.day))
    whole.update(one.content, 'hex')
    period = widened(period, one.day)
    withTokens(one, id, secret)
  })
  const study: LaidOut['study'] = {
    table: remembered.columns.table(secret),
    period,
    responses: ids.length,
    digest: whole.digest('hex'),
    members: {
      tokens: all.map(({ token }) => token!),
      arrivals,
      contents: all.map(({ answered }) => answered),
      digests: all.map(({ contentToken }) => contentToken!),
    },
  }
  remembered.laidOut = { secretName, study, daysOf }
  return remembered.laidOut
}

export type StudyMemory = Map<string, RememberedStudy>

async function filled(
  context: DataContext,
  slug: string,
  remembered: RememberedStudy,
  reading: Reading,
  version: number,
  zones: ZoneTable,
  read: (responses: number) => void,
): Promise<RememberedStudy> {
  const { responses } = context.store
  const { mark } = await responses.newcomers(slug, null)
  let stored = 0
  const count = await responses.count(slug)
  if (context.readers && count >= context.readers.from) {
    const secret = await recordSecretOf(context, slug, reading.trial, zones)
    const asked = { slug, version, trial: reading.trial, out: [...remembered.out], epoch: secret.epoch }
    for await (const range of readRanges(context.readers, count, asked, read)) {
      join(remembered, range, secret)
      stored += range.stored
    }
  } else stored = await readInto(remembered, context, responses.blocks(slug), reading, read)
  remembered.mark = remembered.responses.size === stored ? mark : null
  return remembered
}

function join(remembered: RememberedStudy, { part, responses }: RangeRead, secret: RecordSecret): void {
  const ids: string[] = []
  for (const [id, one] of JSON.parse(responses) as [string, Remembered][]) {
    remembered.responses.set(id, one)
    if (one.counted === null) continue
    ids.push(id)
    // held once, as they nearly always are the same
    if (one.counted.answered === one.counted.content) one.counted.answered = one.counted.content
  }
  remembered.columns.append({ ...part, ids }, secret)
}

/** False when a response it holds was changed or withdrawn; the columns are then of no more use. */
async function grown(
  context: DataContext,
  slug: string,
  remembered: RememberedStudy,
  reading: Reading,
  read: (responses: number) => void,
): Promise<boolean> {
  const { responses } = context.store
  const before = remembered.responses.size
  const { there, fresh, mark } = await lookAt(responses, slug, remembered.responses, remembered.mark)
  if (there && there.length - fresh.length < before) return false
  await readInto(remembered, context, responsesOf(responses, fresh), reading, read)
  remembered.mark = remembered.responses.size === before + fresh.length ? mark : null
  return true
}

const widened = (period: Study['period'], day: string): Study['period'] => ({
  from: period === null || day < period.from ? day : period.from,
  to: period === null || day > period.to ? day : period.to,
})
