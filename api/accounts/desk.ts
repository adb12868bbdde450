/** The parts of the accounts, opened once over a store. */
import type { Audit } from '../audit.ts'
import type { Keyring } from '../keyring.ts'
import type { Store } from '../store/store.ts'
import { accountsIn } from './account.ts'
import { devicesIn } from './device.ts'
import { invitationsIn } from './invitations.ts'
import { secondFactor } from './second-factor.ts'
import { sessionsIn } from './sessions.ts'
import { throttleIn } from './throttle.ts'

export type Desk = ReturnType<typeof deskOf>

export function deskOf(store: Store, keyring: Keyring, audit: Audit, now: () => Date) {
  const key = () => keyring.keyFor('~accounts')
  return {
    accounts: accountsIn(store),
    sessions: sessionsIn(store, now),
    invitations: invitationsIn(store, now),
    devices: devicesIn(store, now),
    throttle: throttleIn(store, now),
    factor: secondFactor(key, now),
    key,
    audit,
    now,
  }
}

/** Throws away what is over: sessions, links, counts of failures. */
export async function sweep({ sessions, invitations, throttle }: Desk): Promise<void> {
  await sessions.sweep()
  await invitations.sweep()
  await throttle.sweep()
}
