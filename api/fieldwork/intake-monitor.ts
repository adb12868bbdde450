/** Flags responses that look like a program once they are stored; never refuses one. */
import type { Answers, SentResponse } from '../../surveys/answers/response.ts'
import type { DataContext } from '../data-context.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { burstsOf } from './bursts.ts'
import type { IntakeFlag } from './collections.ts'
import { sendersOf } from './senders.ts'
import { stepsIn } from './steps.ts'
import { visitsIn } from './visits.ts'

export const flagsIn = (store: Store) => store.collection(collections.flags)

/** Nobody reads a question and answers it faster. */
const secondsPerQuestion = 1.5
const leastSeconds = 5

export type IntakeMonitor = ReturnType<typeof intakeMonitorOf>

export function intakeMonitorOf({ store, keyring, now }: DataContext) {
  const visits = visitsIn(keyring, now)
  const bursts = burstsOf(() => now().getTime())
  const senders = sendersOf(() => now().getTime())
  const flags = flagsIn(store)
  /** Visits already shown today, so that one serves once. */
  let shown = new Set<string>()

  /** Written one after the other, behind the answers: nobody who sends waits for them. */
  let written: Promise<void> = Promise.resolve()

  async function flag(questionnaire: string, id: string, next: IntakeFlag): Promise<void> {
    const place = `${questionnaire}/${id}`
    // nearly always the first flag of its response: one message to the store
    if ((await flags.put(place, next, null)) !== 'changed') return
    await flags.update(place, (known) => (known?.why === 'burst' || known?.why === next.why ? null : next))
  }

  function flagAll(questionnaire: string, ids: string[], next: IntakeFlag): void {
    written = written
      .then(async () => {
        for (const id of ids) await flag(questionnaire, id, next)
      })
      // the response is stored; when its flag cannot be written, the next response of the burst is flagged
      .catch(() => {})
  }

  return {
    visits,
    steps: stepsIn(store),

    /** @param from the network address, and what the browser says of itself */
    noticed(response: SentResponse, from: { address: string; device: string }): void {
      const { questionnaire, id, answers, visit } = response
      const least = Math.max(leastSeconds, asked(answers) * secondsPerQuestion)
      const read = visits.read(questionnaire, visit)
      const isNew = read !== null && !shown.has(read.name)
      if (shown.size > 100_000) shown = new Set()
      if (read) shown.add(read.name)
      const isFast = read !== null && read.seconds < least
      const burst = bursts.arrived({ questionnaire, id, ...from, isHurried: !isNew || isFast })
      if (burst) flagAll(questionnaire, burst.ids, { why: 'burst', burst: burst.name })
      else if (isFast) flagAll(questionnaire, [id], { why: 'fast', burst: '' })
      const sender = senders.arrived({ questionnaire, id, ...from })
      if (sender) flagAll(questionnaire, sender.ids, { why: 'sender', burst: sender.name })
    },

    /** @param from the kiosk, and when its person says to have finished */
    noticedOnKiosk(
      { questionnaire, id }: Pick<SentResponse, 'questionnaire' | 'id'>,
      from: { kiosk: string; answeredAt: string },
    ): void {
      const burst = bursts.arrivedOnKiosk({ questionnaire, id, ...from })
      if (burst) flagAll(questionnaire, burst.ids, { why: 'burst', burst: burst.name })
    },

    /** Resolves once everything noticed so far is written down. */
    settled: (): Promise<void> => written,
  }
}

/** Questions the response says something of, those of children included. */
function asked(answers: Answers): number {
  return Object.values(answers).reduce<number>((sum, value) => {
    const rows = Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : []
    return sum + 1 + rows.reduce((inner, row) => inner + ('day' in row ? 0 : asked(row as Answers)), 0)
  }, 0)
}
