/** Reads only the responses that changed since the last read. */
import { blockSize, type Responses, type StoredResponse } from '../store/store.ts'

export type Look = {
  /** Ids of those that are new or changed. */
  fresh: string[]
  /** Every id stored now, ordered; null = those seen at the last read are all there, unchanged. */
  there: string[] | null
  /** For the next look, once every fresh response has been read. */
  mark: string | null
}

/**
 * @param seen digests at the last read, by id
 * @param mark of the last look; null = some were not read then
 */
export async function lookAt(
  responses: Responses,
  questionnaire: string,
  seen: ReadonlyMap<string, { digest: string }>,
  mark: string | null,
): Promise<Look> {
  const newcomers = await responses.newcomers(questionnaire, mark)
  if (newcomers.ids) return { fresh: newcomers.ids.filter((id) => !seen.has(id)), there: null, mark: newcomers.mark }
  const there: string[] = []
  const fresh: string[] = []
  for await (const page of responses.digests(questionnaire))
    for (const { id, digest } of page) {
      there.push(id)
      if (seen.get(id)?.digest !== digest) fresh.push(id)
    }
  return { fresh, there, mark: newcomers.mark }
}

/** The responses themselves, in blocks; one withdrawn in the meantime is not among them. */
export async function* responsesOf(responses: Responses, ids: readonly string[]): AsyncIterable<StoredResponse[]> {
  for (let from = 0; from < ids.length; from += blockSize) yield await responses.some(ids.slice(from, from + blockSize))
}
