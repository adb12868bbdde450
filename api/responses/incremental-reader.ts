/** Reads only the responses that changed since the last read. */
import { blockSize, type ResponseDigest, type Responses, type StoredResponse } from '../store/store.ts'

export type Look = {
  /** Digests of every response stored now, ordered by id. */
  there: ResponseDigest[]
  /** Ids of those that are new or changed. */
  fresh: string[]
}

/** @param seen digests at the last read, by id */
export async function lookAt(
  responses: Responses,
  questionnaire: string,
  seen: ReadonlyMap<string, { digest: string }>,
): Promise<Look> {
  const look: Look = { there: [], fresh: [] }
  for await (const page of responses.digests(questionnaire))
    for (const digest of page) {
      look.there.push(digest)
      if (seen.get(digest.id)?.digest !== digest.digest) look.fresh.push(digest.id)
    }
  return look
}

/** The responses themselves, in blocks; one withdrawn in the meantime is not among them. */
export async function* responsesOf(responses: Responses, ids: readonly string[]): AsyncIterable<StoredResponse[]> {
  for (let from = 0; from < ids.length; from += blockSize) yield await responses.some(ids.slice(from, from + blockSize))
}
