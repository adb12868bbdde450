/** The api, as the staff pages call it; warns the frame when the session is over. */
import type { Received } from '../../../api/wire/contract.ts'
import type { Contracts, Route } from '../../../api/wire/contracts.ts'
import { ask, Refusal } from '../api.ts'

type Given<Name extends Route> = Received<Contracts[Name]>
type Listener = () => void
const overListeners = new Set<Listener>()

/** Called each time the api says the session is over. */
export function onSessionOver(listener: Listener): () => void {
  overListeners.add(listener)
  return () => overListeners.delete(listener)
}

/**
 * Asks a route of the staff, as `ask` does.
 *
 * @example call('GET /api/design/:slug', { params: { slug: 'familles' } })
 * @throws Refusal, Cut
 */
export async function call<Name extends Route>(...asked: Parameters<typeof ask<Name>>): Promise<Given<Name>> {
  try {
    return await ask<Name>(...asked).catch((error) => {
      // a page opened after its session has ended is sent this « no » ahead of its asking, and the browser gives it to whoever asks next
      if (isOver(error) && asked[0].startsWith('GET ')) return ask<Name>(...asked)
      throw error
    })
  } catch (error) {
    if (isOver(error)) for (const listener of overListeners) listener()
    throw error
  }
}

const isOver = (error: unknown) => error instanceof Refusal && error.code === 'session-over'

/** What to say to a person when something could not be done, in one or two sentences. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Refusal)) return 'Le réseau ne répond pas. Rien n’a été perdu : réessayez dans un instant.'
  // a proxy, or a fault, answered in the place of the api
  if (error.code === 'unknown')
    return `Le serveur n’a pas pu répondre (${error.status}). Rien n’a été perdu : réessayez dans un instant.`
  const lines = error.problems.map(({ message }) => message)
  return [error.message, ...lines].join(' ')
}

/** Messages by field, for forms. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof Refusal)) return {}
  return Object.fromEntries(error.problems.map(({ path, message }) => [path, message]))
}
