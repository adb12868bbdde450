/** The answers of the store as studies: each questionnaire with its columns, read block by block. */
import { createHash } from 'node:crypto'
import { type Accumulator, accumulate } from '../../analysis/columns/columns.ts'
import type { Study } from '../../analysis/columns/study.ts'
import type { ReferenceTables } from '../../analysis/design/reference-tables.ts'
import { contentTokenOf, memberTokenOf, type RecordSecret } from '../../analysis/disclosure/record-key.ts'
import { momentOf, type Response } from '../../surveys/answers/response.ts'
import { dayOf } from '../../surveys/days.ts'
import type { DataContext } from '../data-context.ts'
import { asideIn } from '../fieldwork/reviews.ts'
import { type Members, recordSecretOf } from '../results/snapshots.ts'
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
  })
  // one changed or withdrawn response, and all is read again: columns only ever grow
  const remembered =
    before?.name === name && (await grown(context, slug, before, trial, holding, read))
      ? before
      : await filled(context, slug, fresh(), trial, holding, read)
  memory?.set(slug, remembered)
  const hash = createHash('sha256')
  let period: Study['period'] = null
  let responses = 0
  const daysOf = new Map<number, Set<string>>()
  for (const [, { counted }] of [...remembered.responses].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (counted === null) continue
    hash.update(counted.content)
    period = widened(period, counted.day)
    daysOf.set(counted.version, (daysOf.get(counted.version) ?? new Set()).add(counted.day))
    responses += 1
  }
  const secret = await recordSecretOf(context, slug, trial, reference.zones)
  const versions = [...daysOf].map(async ([version, days]) => ({
    questionnaire: (await context.questionnaires.published(slug, version)).questionnaire,
    days,
  }))
  return {
    questionnaire,
    versions: await Promise.all(versions),
    table: remembered.columns.table(secret),
    members: membersOf(remembered, secret),
    trial,
    period,
    zones: reference.zones,
    reference,
    responses,
    aside: [...out].filter((id) => remembered.responses.has(id)).length,
    digest: hash.digest('hex'),
  }
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
}
/** `content`: SHA-256 of what is counted. `answered`: of the whole content, which no reading of a text changes. `token`, `contentToken`: in snapshots. */
type Counted = {
  content: Buffer
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
  const { open } = unreadableIn(context)
  for await (const block of context.store.responses.blocks(slug)) {
    await add(remembered, block, open, trial, holding)
    read(remembered.responses.size)
  }
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
  const { there, fresh } = await lookAt(responses, slug, remembered.responses)
  if (there.length - fresh.length < remembered.responses.size) return false
  const { open } = unreadableIn(context)
  for await (const block of responsesOf(responses, fresh)) {
    await add(remembered, block, open, trial, holding)
    read(remembered.responses.size)
  }
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
    const answered = (own === response ? content : digestOf(response)).toString('hex')
    return { content, answered, version: own.version, day: dayOf(momentOf(own)), token: null, contentToken: null }
  }
  for (const row of rows) {
    const response = await open(row)
    // not remembered: the next reading tries it again
    if (response === null) continue
    const counts = (trial || !response.trial) && !remembered.out.has(row.id)
    remembered.responses.set(row.id, { digest: row.digest, counted: counts ? asCounted(response) : null })
  }
  remembered.columns.add(counted)
}

const digestOf = ({ id, version, trial, answers }: Response): Buffer =>
  createHash('sha256')
    .update(`${JSON.stringify([id, version, trial, answers])}\n`)
    .digest()

function membersOf({ columns, responses }: RememberedStudy, secret: RecordSecret): Members {
  const { ids, arrivals } = columns.members()
  const all = ids.map((id) => responses.get(id)!.counted!)
  ids.forEach((id, row) => {
    const one = all[row]!
    one.token ??= memberTokenOf(secret, id)
    one.contentToken ??= contentTokenOf(secret, one.answered)
  })
  return {
    tokens: all.map(({ token }) => token!),
    arrivals,
    contents: all.map(({ answered }) => answered),
    digests: all.map(({ contentToken }) => contentToken!),
  }
}

const widened = (period: Study['period'], day: string): Study['period'] => ({
  from: period === null || day < period.from ? day : period.from,
  to: period === null || day > period.to ? day : period.to,
})
