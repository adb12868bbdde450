/** The parts of the accounts, opened once over a store. */

import type { Keyring } from '../keys/keyring.ts'
import type { Audit } from '../operations/audit.ts'
import type { Store } from '../store/store.ts'
import { accountsIn } from './account.ts'
import { devicesIn } from './device.ts'
import { secondFactor } from './factor/second-factor.ts'
import { invitationsIn } from './invitations.ts'
import { sessionsIn } from './sessions.ts'
import { throttleIn } from './throttle.ts'

export type AccountsService = ReturnType<typeof accountsService>

export function accountsService(store: Store, keyring: Keyring, audit: Audit, now: () => Date) {
  const key = () => keyring.secret('accounts')
  return {
    all: accountsIn(store),
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
export async function sweep({ sessions, invitations, throttle }: AccountsService): Promise<void> {
  await sessions.sweep()
  await invitations.sweep()
  await throttle.sweep()
}
