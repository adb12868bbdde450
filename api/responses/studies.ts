/** The answers of the store as studies: each questionnaire with its columns, read block by block. */
import { createHash, hash } from 'node:crypto'
import { type Accumulator, accumulate } from '../../analysis/columns/columns.ts'
import type { Study } from '../../analysis/columns/study.ts'
import type { ReferenceTables } from '../../analysis/design/reference-tables.ts'
import { contentTokenOf, memberTokenOf, nameOfSecret, type RecordSecret } from '../../analysis/disclosure/record-key.ts'
import { momentOf, type Response } from '../../surveys/answers/response.ts'
import { dayOf } from '../../surveys/days.ts'
import type { DataContext } from '../data-context.ts'
import { asideIn } from '../fieldwork/reviews.ts'
import { recordSecretOf } from '../results/snapshots.ts'
import type { StoredResponse } from '../store/store.ts'
import { referenceTables } from '../tables/reference.ts'
import { lookAt, responsesOf } from './incremental-reader.ts'
import type { ReadStudy } from './read-study.ts'
import { unreadableIn } from './unreadable.ts'
import { type Holding, vigilanceIn } from './vigilance/vigilance.ts'

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
  const fresh = (): RememberedStudy => ({
    name,
    columns: accumulate(questionnaire, reference.zones),
    responses: new Map(),
    out,
    mark: null,
    laidOut: null,
  })
  // one changed or withdrawn response, and all is read again: columns only ever grow
  const remembered =
    before?.name === name && (await grown(context, slug, before, trial, holding, read))
      ? before
      : await filled(context, slug, fresh(), trial, holding, read)
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
    one.token ??= memberTokenOf(secret, id)
    one.contentToken ??= contentTokenOf(secret, one.answered)
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

type LaidOut = {
  secretName: string
  study: Pick<ReadStudy, 'table' | 'members' | 'period' | 'responses' | 'digest'>
  /** Days on which each version was answered. */
  daysOf: ReadonlyMap<number, Set<string>>
}

/** What is remembered of a questionnaire, so that the next reading decrypts only the responses that are new. */
type RememberedStudy = {
  /** Version, zones and freed texts the columns were made with. */
  name: string
  columns: Accumulator
  /** Ids of the responses a person has set aside. */
  out: ReadonlySet<string>
  /**
   * By id: the digest of the response; `counted` null = a response of the trial, or one set aside.
   */
  responses: Map<string, { digest: string; counted: Counted | null }>
  /** Of the last look; null = it found responses that were not read. */
  mark: string | null
  laidOut: LaidOut | null
}
/** `content`: SHA-256 of what is counted, hexadecimal. `answered`: of the whole content, which no reading of a text changes. `token`, `contentToken`: in snapshots. */
type Counted = {
  content: string
  answered: string
  version: number
  day: string
  token: string | null
  contentToken: string | null
}
export type StudyMemory = Map<string, RememberedStudy>

async function filled(
  context: DataContext,
  slug: string,
  remembered: RememberedStudy,
  trial: boolean,
  holding: Holding,
  read: (responses: number) => void,
): Promise<RememberedStudy> {
  const { responses } = context.store
  const { mark } = await responses.newcomers(slug, null)
  const { open } = unreadableIn(context)
  let stored = 0
  for await (const block of responses.blocks(slug)) {
    await add(remembered, block, open, trial, holding)
    stored += block.length
    read(remembered.responses.size)
  }
  remembered.mark = remembered.responses.size === stored ? mark : null
  return remembered
}

/** False when a response it holds was changed or withdrawn; the columns are then of no more use. */
async function grown(
  context: DataContext,
  slug: string,
  remembered: RememberedStudy,
  trial: boolean,
  holding: Holding,
  read: (responses: number) => void,
): Promise<boolean> {
  const { responses } = context.store
  const before = remembered.responses.size
  const { there, fresh, mark } = await lookAt(responses, slug, remembered.responses, remembered.mark)
  if (there && there.length - fresh.length < before) return false
  const { open } = unreadableIn(context)
  for await (const block of responsesOf(responses, fresh)) {
    await add(remembered, block, open, trial, holding)
    read(remembered.responses.size)
  }
  remembered.mark = remembered.responses.size === before + fresh.length ? mark : null
  return true
}

async function add(
  remembered: RememberedStudy,
  rows: StoredResponse[],
  open: (row: StoredResponse) => Promise<Response | null>,
  trial: boolean,
  holding: Holding,
) {
  const counted: Response[] = []
  function asCounted(response: Response): Counted {
    const own = holding.hold(response)
    counted.push(own)
    const content = digestOf(own)
    const answered = own === response ? content : digestOf(response)
    return { content, answered, version: own.version, day: dayOf(momentOf(own)), token: null, contentToken: null }
  }
  for (const row of rows) {
    const response = await open(row)
    // not remembered: the next reading tries it again
    if (response === null) continue
    const counts = (trial || !response.trial) && !remembered.out.has(row.id)
    remembered.responses.set(row.id, { digest: row.digest, counted: counts ? asCounted(response) : null })
  }
  if (rows.length === 0) return
  remembered.columns.add(counted)
  remembered.laidOut = null
}

const digestOf = ({ id, version, trial, answers }: Response): string =>
  hash('sha256', `${JSON.stringify([id, version, trial, answers])}\n`)

const widened = (period: Study['period'], day: string): Study['period'] => ({
  from: period === null || day < period.from ? day : period.from,
  to: period === null || day > period.to ? day : period.to,
})
