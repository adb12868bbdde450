/** What a thread remembers of a questionnaire: its columns, and of each response what tells it from others. */
import { hash } from 'node:crypto'
import { type Accumulator, accumulate } from '../../analysis/columns/columns.ts'
import { contentTokenOf, memberTokenOf, type RecordSecret } from '../../analysis/disclosure/record-key.ts'
import { momentOf, type Response } from '../../surveys/answers/response.ts'
import type { ZoneTable } from '../../surveys/authority/territory.ts'
import { dayOf } from '../../surveys/days.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { DataContext } from '../data-context.ts'
import type { StoredResponse } from '../store/store.ts'
import type { ReadStudy } from './read-study.ts'
import { unreadableIn } from './unreadable.ts'
import type { Holding } from './vigilance/vigilance.ts'

/** What is remembered of a questionnaire, so that the next reading decrypts only the responses that are new. */
export type RememberedStudy = {
  /** Version, zones and freed texts the columns were made with. */
  name: string
  columns: Accumulator
  /** Ids of the responses a person has set aside. */
  out: ReadonlySet<string>
  /** By id. */
  responses: Map<string, Remembered>
  /** Of the last look; null = it found responses that were not read. */
  mark: string | null
  laidOut: LaidOut | null
}

/** `counted`: null = a response of the trial, or one set aside. */
export type Remembered = { digest: string; counted: Counted | null }

/** `content`: SHA-256 of what is counted, hexadecimal. `answered`: of the whole content, which no reading of a text changes. `token`, `contentToken`: in snapshots. */
export type Counted = {
  content: string
  answered: string
  version: number
  day: string
  token: string | null
  contentToken: string | null
}

export type LaidOut = {
  secretName: string
  study: Pick<ReadStudy, 'table' | 'members' | 'period' | 'responses' | 'digest'>
  /** Days on which each version was answered. */
  daysOf: ReadonlyMap<number, Set<string>>
}

/** `trial`: responses of the trial count too. */
export type Reading = { trial: boolean; holding: Holding }

/** Nothing read yet. */
export const rememberedStudy = (
  name: string,
  questionnaire: Questionnaire,
  out: ReadonlySet<string>,
  zones?: ZoneTable,
): RememberedStudy => ({
  name,
  columns: accumulate(questionnaire, zones),
  responses: new Map(),
  out,
  mark: null,
  laidOut: null,
})

/**
 * Decrypts rows and lays them into the columns.
 *
 * @param read called with the number of responses remembered so far
 * @returns how many rows there were, unreadable ones too
 */
export async function readInto(
  remembered: RememberedStudy,
  context: DataContext,
  blocks: AsyncIterable<StoredResponse[]>,
  reading: Reading,
  read: (responses: number) => void,
): Promise<number> {
  const { open } = unreadableIn(context)
  let rows = 0
  for await (const block of blocks) {
    await add(remembered, block, open, reading)
    rows += block.length
    read(remembered.responses.size)
  }
  return rows
}

async function add(
  remembered: RememberedStudy,
  rows: StoredResponse[],
  open: (row: StoredResponse) => Promise<Response | null>,
  { trial, holding }: Reading,
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

/** What stands for a response in snapshots, made once. */
export function withTokens(one: Counted, id: string, secret: RecordSecret): void {
  one.token ??= memberTokenOf(secret, id)
  one.contentToken ??= contentTokenOf(secret, one.answered)
}
