/**
 * The clock is not trusted before something is destroyed for good: when it went back by more than 36 hours, or forward by more than
 * 7 days, since the last hour the server noted, everything that destroys stops until a person has confirmed the date.
 */
import { dayOf } from '../../surveys/days.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/fieldwork.ts'

const hourMs = 3_600_000
export const mostBackMs = 36 * hourMs
export const mostForwardMs = 7 * 24 * hourMs

export function clockOf({ store, audit, now }: Pick<AppContext, 'store' | 'audit' | 'now'>) {
  const collection = store.collection(collections.clock)

  /** The last event of the store whose hour was believed: the note, else the last line of the journal. */
  async function seen(): Promise<{ at: string | null; revision: number | null }> {
    const stored = await collection.get('seen')
    if (stored) return { at: stored.value.at, revision: stored.revision }
    return { at: (await audit.page(0)).lines[0]?.at ?? null, revision: null }
  }

  return {
    async state(): Promise<wire.ClockState> {
      const { at } = await seen()
      const moment = now()
      const driftMs = at === null ? 0 : moment.getTime() - new Date(at).getTime()
      const doubt = driftMs < -mostBackMs ? 'back' : driftMs > mostForwardMs ? 'forward' : null
      return { now: moment.toISOString(), seen: at, doubt }
    },

    /** Notes the hour when it can be believed. @returns whether it can */
    async tick(): Promise<boolean> {
      const { doubt } = await this.state()
      if (doubt !== null) return false
      const { revision } = await seen()
      await collection.put('seen', { at: now().toISOString() }, revision)
      return true
    },

    /** @throws Problem clock-doubted */
    async trusted(): Promise<void> {
      if (!(await this.tick())) throw new Problem('clock-doubted')
    },

    /** A person says that this is the date. @throws Problem changed-meanwhile when the clock has moved since they read it */
    async confirm(read: string, by: string): Promise<void> {
      const moment = now()
      if (Math.abs(moment.getTime() - new Date(read).getTime()) > hourMs) throw new Problem('changed-meanwhile')
      const { at, revision } = await seen()
      if ((await collection.put('seen', { at: moment.toISOString() }, revision)) === 'changed')
        throw new Problem('changed-meanwhile')
      const details = { 'dernier événement': at ?? 'aucun' }
      await audit.record({ who: by, what: 'clock-confirmed', about: dayOf(moment), details })
    },
  }
}
