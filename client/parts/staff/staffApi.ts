/** The api, as the staff pages call it; tells the frame when the session is over. */
import { ask, Refusal } from '../api.ts'

type Listener = () => void
const overListeners = new Set<Listener>()

/** Called each time the api says the session is over. */
export function onSessionOver(listener: Listener): () => void {
  overListeners.add(listener)
  return () => overListeners.delete(listener)
}

/** @throws Refusal or Cut, as api.ts tells them */
export async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  try {
    const sent =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return await ask<T>(path, { method, ...sent })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'session-over') for (const listener of overListeners) listener()
    throw error
  }
}

/** What to tell a person when something could not be done, in one or two sentences. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Refusal)) return 'Le réseau ne répond pas. Rien n’a été perdu : réessayez dans un instant.'
  const lines = error.problems.map(({ message }) => message)
  return [error.message, ...lines].join(' ')
}

/** Messages by field, for forms. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof Refusal)) return {}
  return Object.fromEntries(error.problems.map(({ path, message }) => [path, message]))
}
