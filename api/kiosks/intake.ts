/** A sheet comes in from a tablet: counted, or set aside for the staff; either way the tablet may forget it. */
import type { AppContext } from '../context.ts'
import { Problem, type ProblemCode } from '../http/problems.ts'
import { receive } from '../responses/responses.ts'
import type { Inside, SealedSheet } from '../wire/sealed-sheet.ts'
import { kiosksIn } from './kiosk.ts'
import { type Quarantine, quarantineIn } from './quarantine.ts'
import { type QueueKeys, queueKeysIn } from './queue-keys.ts'
import { openSheet } from './sealed-sheet.ts'
import type { Why } from './whys.ts'

export type Outcome = 'new' | 'same' | 'quarantined' | 'withdrawn'

/** How far the clock of a tablet may be from ours. */
const clockSlackMs = 10 * 60_000

/** A refusal at the door, and what it means for a sheet that was finished long ago. */
const refusals: Partial<Record<ProblemCode, Why>> = {
  'questionnaire-closed': 'closed',
  'questionnaire-soon': 'early',
  'questionnaire-unknown': 'unknown',
  'version-unknown': 'unknown',
  'trial-over': 'trial-over',
  'answers-refused': 'refused',
  'response-differs': 'differs',
}

export function intakeOf(context: AppContext) {
  const kiosks = kiosksIn(context.store, context.now)
  const keys = queueKeysIn(context.store, context.keyring, context.now)
  const quarantine = quarantineIn(context)
  return {
    kiosks,
    keys,
    quarantine,

    /** @throws StoreUnavailable: nothing is acknowledged, the tablet tries again */
    takeIn: (sealed: SealedSheet): Promise<Outcome> => takeIn(context, keys, quarantine, sealed),

    /**
     * Staff decide that a sheet set aside counts after all.
     *
     * @throws Problem quarantine-decided, answers-refused, response-differs …: it stays aside
     */
    async accept(id: string): Promise<void> {
      const { line, inside } = await quarantine.open(id)
      if (!inside) throw new Problem('answers-refused')
      // after the freeze codes are destroyed: none comes in
      const { withdrawal, ...told } = inside.sheet
      const sheet = line.why === 'frozen' || withdrawal === undefined ? told : { ...told, withdrawal }
      await receive(context, { ...sheet, mode: 'kiosk' }, { answeredAt: inside.answeredAt, isDecided: true })
      await quarantine.decided(id, 'kept')
    },
  }
}

async function takeIn(
  context: AppContext,
  keys: QueueKeys,
  quarantine: Quarantine,
  sealed: SealedSheet,
): Promise<Outcome> {
  if (await quarantine.has(sealed.id)) return 'quarantined'
  const inside = await openSheet(sealed, keys)
  const why = inside ? await obstacle(context, inside) : 'unreadable'
  if (!inside || why) {
    await quarantine.add(sealed, inside, why ?? 'unreadable')
    return 'quarantined'
  }
  try {
    return (await receive(context, { ...inside.sheet, mode: 'kiosk' }, { answeredAt: inside.answeredAt })).outcome
  } catch (error) {
    // the person withdrew it meanwhile: gone it stays
    if (error instanceof Problem && error.code === 'response-withdrawn') return 'withdrawn'
    const known = error instanceof Problem ? refusals[error.code] : undefined
    if (!known) throw error
    await quarantine.add(sealed, inside, known)
    return 'quarantined'
  }
}

/** What is known to stand in the way before the door is tried. */
async function obstacle(context: AppContext, { answeredAt, sheet }: Inside): Promise<Why | null> {
  if (new Date(answeredAt).getTime() > context.now().getTime() + clockSlackMs) return 'clock'
  const kept = await context.store.responses.get(sheet.id)
  if (kept) return null
  try {
    const { standing } = await context.questionnaires.found(sheet.questionnaire)
    return (await context.questionnaires.isFrozen(standing)) ? 'frozen' : null
  } catch (error) {
    if (error instanceof Problem && error.code === 'questionnaire-unknown') return 'unknown'
    throw error
  }
}
