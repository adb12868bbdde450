/** Files the api writes: they may take longer than an answer. */
import type { Route } from '../../../api/wire/contracts.ts'
import { addressOf, Cut, Refusal, requestOf } from '../api.ts'

type Asked<Name extends Route> = Parameters<typeof addressOf<Name>>
type Sent = { bytes: Uint8Array<ArrayBuffer>; name: string; type: string }

/** @throws Refusal, Cut */
export const bytesOf = async <Name extends Route>(...asked: Asked<Name>): Promise<Sent['bytes']> =>
  (await fileOf<Name>(...asked)).bytes

/** The same, under the name that the server gives it. @throws Refusal, Cut */
export async function fileOf<Name extends Route>(...asked: Asked<Name>): Promise<Sent> {
  const response = await fetch(addressOf<Name>(...asked), requestOf<Name>(...asked)).catch((cause) => {
    throw new Cut('no answer', { cause })
  })
  if (!response.ok) throw new Refusal(response.status, await response.json().catch(() => ({})))
  const bytes = await response.arrayBuffer().catch((cause) => {
    throw new Cut('cut short', { cause })
  })
  const disposition = response.headers.get('content-disposition') ?? ''
  return {
    bytes: new Uint8Array(bytes),
    name: /filename="([^"]+)"/.exec(disposition)?.[1] ?? 'document',
    type: response.headers.get('content-type') ?? '',
  }
}
