/** Files the api writes: they may take longer than an answer. */
import type { Route } from '../../../api/wire/contracts.ts'
import { addressOf, Cut, Refusal, requestOf } from '../api.ts'

/** @throws Refusal, Cut */
export async function bytesOf<Name extends Route>(
  ...asked: Parameters<typeof addressOf<Name>>
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(addressOf<Name>(...asked), requestOf<Name>(...asked)).catch((cause) => {
    throw new Cut('no answer', { cause })
  })
  if (!response.ok) throw new Refusal(response.status, await response.json().catch(() => ({})))
  const bytes = await response.arrayBuffer().catch((cause) => {
    throw new Cut('cut short', { cause })
  })
  return new Uint8Array(bytes)
}
