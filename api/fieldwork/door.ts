/** What the door notices about a sheet that anybody sent, once it is kept: never a reason to refuse it. */
import type { Answers, Sheet } from '../../surveys/answers/response.ts'
import type { DataContext } from '../data-context.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { DoorFlag } from './collections.ts'
import { sendersOf } from './senders.ts'
import { stepsIn } from './steps.ts'
import { visitsIn } from './visits.ts'
import { watchOf } from './watch.ts'

export const flagShelf = (store: Store) => store.collection(collections.flags)

/** Nobody reads a question and answers it faster. */
const secondsPerQuestion = 1.5
const leastSeconds = 5

export type Door = ReturnType<typeof doorOf>

export function doorOf({ store, keyring, now }: DataContext) {
  const visits = visitsIn(keyring, now)
  const watch = watchOf(() => now().getTime())
  const senders = sendersOf(() => now().getTime())
  const flags = flagShelf(store)
  /** Visits already shown today, so that one serves once. */
  let shown = new Set<string>()

  /** Written one after the other, behind the answers: nobody who sends waits for them. */
  let written: Promise<void> = Promise.resolve()

  const flag = (questionnaire: string, id: string, next: DoorFlag) =>
    flags.update(`${questionnaire}/${id}`, (known) => (known?.why === 'burst' || known?.why === next.why ? null : next))

  function flagAll(questionnaire: string, ids: string[], next: DoorFlag): void {
    written = written
      .then(async () => {
        for (const id of ids) await flag(questionnaire, id, next)
      })
      // the sheet is kept: a store that cannot write its flag now is told by the next sheet
      .catch(() => {})
  }

  return {
    visits,
    steps: stepsIn(store),

    /** @param from the network address, and what the browser says of itself */
    noticed(sheet: Sheet, from: { address: string; device: string }): void {
      const { questionnaire, id, answers, visit } = sheet
      const least = Math.max(leastSeconds, asked(answers) * secondsPerQuestion)
      const read = visits.read(questionnaire, visit)
      const isNew = read !== null && !shown.has(read.name)
      if (shown.size > 100_000) shown = new Set()
      if (read) shown.add(read.name)
      const isFast = read !== null && read.seconds < least
      const burst = watch.arrived({ questionnaire, id, ...from, isHurried: !isNew || isFast })
      if (burst) flagAll(questionnaire, burst.ids, { why: 'burst', burst: burst.name })
      else if (isFast) flagAll(questionnaire, [id], { why: 'fast', burst: '' })
      const sender = senders.arrived({ questionnaire, id, ...from })
      if (sender) flagAll(questionnaire, sender.ids, { why: 'sender', burst: sender.name })
    },

    /** @param from the kiosk, and when its person says to have finished */
    noticedOnKiosk(
      { questionnaire, id }: Pick<Sheet, 'questionnaire' | 'id'>,
      from: { kiosk: string; answeredAt: string },
    ): void {
      const burst = watch.arrivedOnKiosk({ questionnaire, id, ...from })
      if (burst) flagAll(questionnaire, burst.ids, { why: 'burst', burst: burst.name })
    },

    /** Resolves once everything noticed so far is written down. */
    settled: (): Promise<void> => written,
  }
}

/** Questions the sheet says something of, those of children included. */
function asked(answers: Answers): number {
  return Object.values(answers).reduce<number>((sum, value) => {
    const rows = Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : []
    return sum + 1 + rows.reduce((inner, row) => inner + ('day' in row ? 0 : asked(row as Answers)), 0)
  }, 0)
}
