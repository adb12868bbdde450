/** `npm run keyring`: proves what a copy of the keyring opens, changes the master key, says how things stand. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { command, print, say, type Values } from '../../cli/command.ts'
import { Fault } from '../../cli/fault.ts'
import { type Config, readConfig, storeOptions } from '../config.ts'
import { type Keyring, openKeyring } from '../keys/keyring.ts'
import { refuseMissingBase } from '../keys/missing-base.ts'
import { refuseUnsafePlace } from '../keys/place.ts'
import { auditIn } from '../operations/audit.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { giveUp } from './keyring/give-up.ts'
import { rotate } from './keyring/rotate.ts'
import { status } from './keyring/status.ts'
import { verify } from './keyring/verify.ts'

const actions = ['verify', 'rotate', 'rotate-data', 'status', 'accept-loss'] as const

await command({
  name: 'keyring',
  summary: 'Vérifie une copie du trousseau de clés, change la clé maîtresse, ou dit où en est le trousseau.',
  options: {
    ...storeOptions,
    verify: { type: 'string', value: 'COPIE', help: 'prouve que cette copie ouvre tous les questionnaires de la base' },
    name: { type: 'string', value: 'NOM', help: 'nom du support de la copie, quand deux supports ont le même chemin' },
    rotate: { type: 'boolean', help: 'fait une nouvelle clé maîtresse ; les anciennes restent dans le trousseau' },
    'rotate-data': { type: 'boolean', help: 'fait aussi de nouvelles clés pour les réponses à venir' },
    status: {
      type: 'boolean',
      help: 'dit les clés maîtresses, les copies vérifiées, les sauvegardes qui en dépendent',
    },
    'accept-loss': { type: 'boolean', help: 'renonce aux réponses dont la clé est perdue pour de bon' },
    json: { type: 'boolean', help: 'écrit le résultat en JSON' },
  },
  async run(values) {
    const asked = actions.filter((name) => values[name] !== undefined && values[name] !== false)
    // changing the keys of the responses to come changes the master too
    const action = asked.includes('rotate-data') ? 'rotate-data' : asked[0]
    if (action === undefined || asked.some((name) => name !== action && name !== 'rotate'))
      throw new Fault(
        'Dites ce qu’il faut faire, une chose à la fois : --verify COPIE, --rotate, --rotate-data, --status ou --accept-loss.',
      )
    const config = readConfig(values)
    const path = action === 'verify' ? resolve(String(values.verify)) : config.keyringPath
    // before the store is opened: a wrong path would make an empty one
    if (!existsSync(path))
      throw new Fault(
        `Le trousseau de clés ${path} est introuvable : vérifiez son chemin, ou indiquez-le par --keyring.`,
      )
    await refuseMissingBase(path, config.storeUrl)
    const store = await openStore(config.storeUrl, say)
    try {
      const done = await ran(action, path, store, config, values)
      if (values.json) print(done.document)
      else print(`${done.lines.join('\n')}\n`)
      return done.isGood ? 0 : 1
    } finally {
      await store.close()
    }
  },
})

async function ran(action: (typeof actions)[number], path: string, store: Store, config: Config, values: Values) {
  const now = new Date()
  // a copy can be proved even when the keyring in use is gone, or is the one that is wrong
  const keyring =
    action === 'verify'
      ? existsSync(config.keyringPath)
        ? await openKeyring(config.keyringPath, store, { isLenient: true }).catch(ignoringFaults)
        : null
      : await opened(config, store, action === 'accept-loss')
  const record = async (line: Parameters<ReturnType<typeof auditIn>['record']>[0]) => {
    if (keyring) await auditIn(store, keyring, () => now, config.ledgerPath).record(line)
  }
  const given = { store, config, keyring, record, now }
  if (action === 'verify') return verify(given, path, values.name ? String(values.name) : null)
  if (action === 'status') return status(given)
  if (action === 'accept-loss') return giveUp(given)
  return rotate(given, action === 'rotate-data')
}

async function opened(config: Config, store: Store, isLenient: boolean): Promise<Keyring> {
  refuseUnsafePlace(config.keyringPath, config.dataDir)
  return openKeyring(config.keyringPath, store, { isLenient })
}

function ignoringFaults(error: unknown): null {
  if (error instanceof Fault) return null
  throw error
}
