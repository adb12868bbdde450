/** Takes a response in from a tablet: counts it, or sets it aside for the staff; either way the tablet may forget it. */
import type { SentResponse } from '../../surveys/answers/response.ts'
import type { AppContext } from '../context.ts'
import { channels } from '../fieldwork/diffusion/channels.ts'
import type { IntakeMonitor } from '../fieldwork/intake-monitor.ts'
import { cached } from '../http/cache.ts'
import { Problem, type ProblemCode } from '../http/problems.ts'
import { receive } from '../responses/responses.ts'
import { wasWithdrawn } from '../responses/tombstones.ts'
import type { EncryptedResponse, Inside } from '../wire/encrypted-response.ts'
import { decryptQueued } from './encrypted-response.ts'
import { type Kiosk, kiosksIn } from './kiosk.ts'
import { type Quarantine, quarantineIn } from './quarantine.ts'
import { queueKeysIn } from './queue-keys.ts'
import type { Why } from './whys.ts'

export type Outcome = 'new' | 'same' | 'quarantined' | 'withdrawn'

/** How far the clock of a tablet may be from ours. */
const clockSlackMs = 10 * 60_000

/** What a refusal of the intake means for a response that was finished long ago. */
const refusals: Partial<Record<ProblemCode, Why>> = {
  'questionnaire-closed': 'closed',
  'questionnaire-soon': 'early',
  'questionnaire-unknown': 'unknown',
  'version-unknown': 'unknown',
  'trial-over': 'trial-over',
  'answers-refused': 'refused',
  'response-differs': 'differs',
  'code-needed': 'code',
  'code-misspelt': 'code',
  'code-unknown': 'code',
  'code-spent': 'code',
}

export type Intake = ReturnType<typeof intakeOf>

export function intakeOf(context: AppContext, monitor: Pick<IntakeMonitor, 'noticedOnKiosk'>) {
  const kiosks = kiosksIn(context.store, context.now)
  const keys = queueKeysIn(context.store, context.keyring, context.now)
  const quarantine = quarantineIn(context)
  const ownChannels = cached(async () => {
    const open = new Set(channels.map(({ code }) => code))
    return new Set((await kiosks.list()).map(({ channel }) => channel).filter((channel) => !open.has(channel)))
  }, context.stopwatch)
  return {
    kiosks,
    keys,
    quarantine,

    /** The channel of a response from the web: that of a kiosk is written apart, since its QR code leads to a phone as well. */
    async webChannel(claimed: string): Promise<string> {
      return (await ownChannels()).has(claimed) ? `${claimed}--web` : claimed
    },

    /** Null when there is no room for what would wait: the tablet keeps it. @throws StoreUnavailable: nothing is acknowledged, the tablet tries again */
    takeIn: async (encrypted: EncryptedResponse): Promise<Outcome | null> => {
      // before anything else: what is gone does not come back to wait for a decision
      if (await wasWithdrawn(context.store, encrypted.id)) return 'withdrawn'
      if (await quarantine.has(encrypted.id)) return 'quarantined'
      const inside = await decryptQueued(encrypted, keys)
      const kiosk = await kiosks.find(encrypted.kiosk)
      return takeIn(context, { quarantine, monitor }, encrypted, inside, kiosk)
    },

    /**
     * Staff decide that a response set aside counts after all.
     *
     * @throws Problem quarantine-decided, answers-refused, response-differs …: it stays aside
     */
    async accept(id: string): Promise<void> {
      const { line, inside } = await quarantine.open(id)
      if (!inside) throw new Problem('answers-refused')
      // after the freeze codes are destroyed: none comes in
      const { withdrawal, invitation, ...content } = inside.sheet
      // a code that can still serve is spent; without one the decision of the staff is enough, but for a census
      const needsCode = line.why !== 'code' && invitation !== undefined
      const response = {
        ...content,
        ...(line.why === 'frozen' || withdrawal === undefined ? {} : { withdrawal }),
        ...(needsCode ? { invitation } : {}),
      }
      const kiosk = await kiosks.find(line.kiosk)
      const { answeredAt } = inside
      await receive(context, asOf(kiosk, response), { answeredAt, isDecided: true, needsCode, kiosk: line.kiosk })
      await quarantine.decided(id, 'kept')
    },
  }
}

/** The channel is the kiosk's own, whatever the tablet claims. */
const asOf = (kiosk: Kiosk | null, response: SentResponse): SentResponse => ({
  ...response,
  mode: 'kiosk',
  channel: kiosk?.channel ?? '',
})

async function takeIn(
  context: AppContext,
  { quarantine, monitor }: { quarantine: Quarantine; monitor: Pick<IntakeMonitor, 'noticedOnKiosk'> },
  encrypted: EncryptedResponse,
  inside: Inside | null,
  kiosk: Kiosk | null,
): Promise<Outcome | null> {
  const setAside = async (why: Why) => ((await quarantine.add(encrypted, inside, why)) ? 'quarantined' : null)
  const why = inside ? await obstacle(context, inside, kiosk) : 'unreadable'
  if (!inside || why) return setAside(why ?? 'unreadable')
  const { answeredAt } = inside
  const { id, questionnaire } = inside.sheet
  try {
    const arrival = { answeredAt, needsCode: true, kiosk: encrypted.kiosk }
    const { outcome } = await receive(context, asOf(kiosk, inside.sheet), arrival)
    if (outcome === 'new') monitor.noticedOnKiosk({ id, questionnaire }, { kiosk: encrypted.kiosk, answeredAt })
    return outcome
  } catch (error) {
    // the person withdrew it meanwhile: gone it stays
    if (error instanceof Problem && error.code === 'response-withdrawn') return 'withdrawn'
    const known = error instanceof Problem ? refusals[error.code] : undefined
    if (!known) throw error
    return setAside(known)
  }
}

/** What already stands in the way before the intake is tried. */
async function obstacle(
  context: AppContext,
  { answeredAt, sheet: response }: Inside,
  kiosk: Kiosk | null,
): Promise<Why | null> {
  if (new Date(answeredAt).getTime() > context.now().getTime() + clockSlackMs) return 'clock'
  const stored = await context.store.responses.get(response.id)
  if (stored) return null
  if (kiosk === null) return 'stranger'
  if (!kiosk.questionnaires.includes(response.questionnaire)) return 'elsewhere'
  try {
    const { standing } = await context.questionnaires.found(response.questionnaire)
    return (await context.questionnaires.isFrozen(standing)) ? 'frozen' : null
  } catch (error) {
    if (error instanceof Problem && error.code === 'questionnaire-unknown') return 'unknown'
    throw error
  }
}
