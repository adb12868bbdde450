/**
 * Detects bursts: many responses from one device, or many from one address in less time than reading takes.
 * Addresses are hashed with a key drawn each day, in memory only; the store holds the id of the response and the name of the burst.
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { holderOf, isOwnMachine } from '../http/rate-limit.ts'

/** What the intake knows of a response as it arrives. */
export type Arrived = {
  questionnaire: string
  id: string
  address: string
  /** What the browser says of itself. */
  device: string
  /** It took less time than reading does, or does not say how long. */
  isHurried: boolean
}
/** What is known of a response that a kiosk brings. */
export type ArrivedOnKiosk = { questionnaire: string; id: string; kiosk: string; answeredAt: string }
export type Burst = { name: string; ids: string[] }

/** A meeting where helpers lend one device reaches forty a day; a school at one address has as many devices as families. */
export const mostPerDevice = 121
/** A school of a hundred families at one address stays below it, in a day. */
export const mostPerAddress = 121
/** One person after the other, a minute and a half each, an hour long. */
export const mostPerKioskHour = 40
/** A tablet back after days without a network brings two hundred. */
export const mostPerKioskDay = 300
/** Nobody reads in no time: this many in an hour is a program. */
export const mostHurried = 10
const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Machines remembered in one day at most. */
const mostMachines = 50_000

/** Responses of one device that may still turn out to be part of a burst. */
type Seen = { name: string | null; waiting: { id: string; at: number }[]; burstUntil: number }

const newMachine = (): Seen => ({ name: null, waiting: [], burstUntil: 0 })

/** @param now milliseconds */
export function burstsOf(now: () => number) {
  let day = -1
  let key = createSecretKey(randomBytes(32))
  let devices = new Map<string, Seen>()
  let addresses = new Map<string, Seen>()
  let hurriedAddresses = new Map<string, Seen>()
  let kiosks = new Map<string, Seen>()

  function renewed(): void {
    const today = Math.floor(now() / dayMs)
    const machines = devices.size + addresses.size + hurriedAddresses.size + kiosks.size
    if (today === day && machines < mostMachines) return
    day = today
    key = createSecretKey(randomBytes(32))
    devices = new Map()
    addresses = new Map()
    hurriedAddresses = new Map()
    kiosks = new Map()
  }

  /** Returns the responses to flag once there are `most` within `withinMs`: all of them the first time, then each as it comes. */
  function completed(
    machines: Map<string, Seen>,
    who: string[],
    id: string,
    most: number,
    withinMs: number,
  ): Burst | null {
    const machine = createHmac('sha256', key).update(who.join('\n')).digest('base64url')
    const seen = machines.get(machine) ?? newMachine()
    machines.set(machine, seen)
    seen.waiting = [...seen.waiting.filter(({ at }) => at > now() - withinMs), { id, at: now() }]
    if (seen.waiting.length < most && seen.burstUntil <= now()) return null
    const ids = seen.waiting.map((waiting) => waiting.id)
    seen.waiting = []
    seen.burstUntil = now() + withinMs
    seen.name ??= randomBytes(9).toString('base64url')
    return { name: seen.name, ids }
  }

  return {
    /** The burst this response belongs to and the responses not flagged yet; null when it looks ordinary. */
    arrived({ questionnaire, id, address, device, isHurried }: Arrived): Burst | null {
      renewed()
      const holder = holderOf(address)
      // behind a proxy that is not trusted, all phones of one model would be one device
      const isOne = !isOwnMachine(address)
      const byDevice = isOne ? completed(devices, [questionnaire, holder, device], id, mostPerDevice, dayMs) : null
      const byAddress = isOne ? completed(addresses, [questionnaire, holder], id, mostPerAddress, dayMs) : null
      const hurried = isHurried ? completed(hurriedAddresses, [questionnaire, holder], id, mostHurried, hourMs) : null
      return merged([hurried, byDevice, byAddress])
    },

    /** The same for a kiosk: by the hour people answered in, and by the day their responses arrive, which the tablet cannot choose. */
    arrivedOnKiosk({ questionnaire, id, kiosk, answeredAt }: ArrivedOnKiosk): Burst | null {
      renewed()
      const hour = String(Math.floor(new Date(answeredAt).getTime() / hourMs))
      const inHour = completed(kiosks, [questionnaire, kiosk, hour], id, mostPerKioskHour, dayMs)
      return merged([completed(kiosks, [questionnaire, kiosk], id, mostPerKioskDay, dayMs), inHour])
    },
  }
}

/** One response may complete two bursts at once: the responses of both are named. */
function merged(bursts: (Burst | null)[]): Burst | null {
  const found = bursts.filter((burst) => burst !== null)
  const [first] = found
  return first ? { name: first.name, ids: [...new Set(found.flatMap(({ ids }) => ids))] } : null
}
