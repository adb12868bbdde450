/**
 * What the server acknowledged, written in a file outside it: a line as soon as an answer arrives, compared with the store in the end.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import type { AppContext } from '../../api/context.ts'
import { readResponses } from '../../api/responses/responses.ts'
import type { SentResponse } from '../../surveys/answers/response.ts'
import { canonical } from '../../surveys/canonical.ts'

type Event = 'sent' | 'acknowledged' | 'withdrawing' | 'withdrawn'
export type Oracle = { file: string; note(event: Event, id: string, digest?: string): void }
export type Comparison = {
  acknowledged: number
  withdrawn: number
  stored: number
  lost: number
  altered: number
  doubled: number
  /** Withdrawn, and there again. */
  returned: number
  /** In the store though nobody sent them. */
  strange: number
}

export const openOracle = (file: string): Oracle => ({
  file,
  note: (event, id, digest = '') => appendFileSync(file, `${event} ${id} ${digest}\n`),
})

/** Of what a person sees stored; times and marks of the server are not in it. */
export function digestOf({ withdrawal: _, ...response }: SentResponse): string {
  return createHash('sha256').update(canonical(response)).digest('hex')
}

/** Every difference between what was acknowledged and what opens now. */
export async function compared({ file }: Oracle, { store, keyring }: AppContext, slug: string): Promise<Comparison> {
  const said = linesOf(file)
  const found: Comparison = {
    acknowledged: said.acknowledged.size,
    withdrawn: said.withdrawn.size,
    stored: 0,
    lost: 0,
    altered: 0,
    doubled: 0,
    returned: 0,
    strange: 0,
  }
  const stored = new Set<string>()
  const answers = new Set<string>()
  for await (const block of readResponses(store, keyring, slug))
    for (const { trial: _, receivedAt: __, ...response } of block) {
      found.stored++
      // each response of the load says something that no other does
      const text = canonical(response.answers)
      if (stored.has(response.id) || answers.has(text)) found.doubled++
      stored.add(response.id)
      answers.add(text)
      const digest = said.acknowledged.get(response.id)
      if (!said.sent.has(response.id)) found.strange++
      if (digest !== undefined && digest !== digestOf(response)) found.altered++
      if (said.withdrawn.has(response.id)) found.returned++
    }
  for (const id of said.acknowledged.keys()) if (!stored.has(id) && !said.withdrawing.has(id)) found.lost++
  return found
}

/** True when nothing acknowledged is lost, doubled or altered, and nothing withdrawn is back. */
export const isTrue = ({ lost, altered, doubled, returned, strange }: Comparison): boolean =>
  lost + altered + doubled + returned + strange === 0

function linesOf(file: string): Record<Event, Map<string, string>> {
  const said = { sent: new Map(), acknowledged: new Map(), withdrawing: new Map(), withdrawn: new Map() }
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [event = '', id = '', digest = ''] = line.split(' ')
    if (event in said) said[event as Event].set(id, digest)
  }
  return said
}
