/** The answers of the store as studies: each questionnaire with its columns, read block by block. */
import { createHash } from 'node:crypto'
import { accumulate } from '../analysis/columns.ts'
import type { ReferenceTables } from '../analysis/reference-tables.ts'
import type { Study } from '../analysis/study.ts'
import { momentOf, type Response } from '../surveys/response.ts'
import type { House } from './house.ts'
import { readResponses } from './responses.ts'
import { referenceTables } from './tables/reference.ts'

/** A study, how many sheets it is made of, and the SHA-256 of their content, hexadecimal. */
export type ReadStudy = Study & { responses: number; digest: string }

/**
 * Every questionnaire people have been given (or the one asked for), in the order of its slug.
 *
 * Trial sheets count only while the questionnaire is on trial. The digest covers ids, versions and answers, not the hour a
 * sheet came in: the same answers in two stores are the same data.
 *
 * @param read called with the number of sheets read so far, in all
 * @throws Problem questionnaire-unknown
 */
export async function studiesIn(
  house: House,
  only: string | null,
  read: (sheets: number) => void = () => {},
): Promise<ReadStudy[]> {
  const slugs = only === null ? (await house.questionnaires.list()).questionnaires.map(({ slug }) => slug) : [only]
  const reference = await referenceTables(house.tables)
  const studies: ReadStudy[] = []
  let sheets = 0
  for (const slug of slugs.toSorted()) {
    const before = sheets
    studies.push(
      await studyIn(house, slug, reference, (own) => {
        sheets = before + own
        read(sheets)
      }),
    )
  }
  return studies
}

async function studyIn(
  house: House,
  slug: string,
  reference: ReferenceTables,
  read: (sheets: number) => void,
): Promise<ReadStudy> {
  const { standing } = await house.questionnaires.found(slug)
  const { questionnaire } = await house.questionnaires.published(slug, standing.version)
  const trial = standing.status === 'trial'
  const columns = accumulate(questionnaire, reference.zones)
  const hash = createHash('sha256')
  let responses = 0
  let seen = 0
  let period: Study['period'] = null
  for await (const block of readResponses(house.store, house.keyring, slug)) {
    const counted = block.filter((response) => trial || !response.trial)
    columns.add(counted)
    for (const response of counted) {
      hash.update(contentOf(response))
      period = widened(period, momentOf(response).slice(0, 10))
    }
    responses += counted.length
    seen += block.length
    read(seen)
  }
  return {
    questionnaire,
    table: columns.table(),
    trial,
    period,
    zones: reference.zones,
    reference,
    responses,
    digest: hash.digest('hex'),
  }
}

const contentOf = ({ id, version, trial, answers }: Response) => `${JSON.stringify([id, version, trial, answers])}\n`

const widened = (period: Study['period'], day: string): Study['period'] => ({
  from: period === null || day < period.from ? day : period.from,
  to: period === null || day > period.to ? day : period.to,
})
