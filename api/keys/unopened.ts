/** Compares the keys in use with the keys that open: a keyring too old, or of other responses, starts nothing. */
import { Fault } from '../../cli/fault.ts'
import { collections } from '../store/collections.ts'
import type { KeySample, Store } from '../store/store.ts'
import { responseOpensWith } from './encryption.ts'
import type { Master } from './master.ts'
import {
  isQuestionnaire,
  type KeyEntry,
  keyOfRoot,
  nameOfUse,
  type Purpose,
  type Use,
  type WrappedKeys,
} from './wrapped-keys.ts'

export type Unopened = {
  /** Keys whose master is in no file at hand. */
  locked: KeyEntry[]
  /** Keys that their own master does not open: altered in the store. */
  damaged: KeyEntry[]
  /** Keys that responses name and that the store has not. */
  missing: { key: string; questionnaire: string }[]
}

const purposeNames: Record<Purpose, string> = {
  audit: 'le journal',
  accounts: 'les comptes',
  vigilance: 'les textes signalés',
  kiosks: 'les bornes',
  contacts: 'les coordonnées',
  visits: 'les visites',
  invitations: 'les codes d’invitation',
  heard: 'ce qui a été entendu',
}

/** Collection `keys-lost`, by id of the key: the operator gave its responses up. */
const lostKeys = (store: Store) => store.collection(collections.keysLost)

/** Ids of the keys whose responses were given up. */
export const givenUp = async (store: Store): Promise<Set<string>> =>
  new Set((await lostKeys(store).list()).map(({ id }) => id))

export const frenchUse = (use: Use) =>
  isQuestionnaire(use) ? `« ${nameOfUse(use)} »` : (purposeNames[nameOfUse(use) as Purpose] ?? nameOfUse(use))

export async function unopenedKeys(
  store: Store,
  keys: WrappedKeys,
  masters: ReadonlyMap<string, Master>,
): Promise<Unopened> {
  const lost = await givenUp(store)
  const entries = (await keys.list()).filter(({ id }) => !lost.has(id))
  const known = new Set(entries.map(({ id }) => id))
  const samples = (await store.responses.keySamples()).filter(({ key }) => !lost.has(key))
  const rootOf = (entry: KeyEntry) => keys.open(entry, masters.get(entry.master)!)
  const opens = (entry: KeyEntry) => {
    try {
      rootOf(entry)
      return true
    } catch {
      return false
    }
  }
  const missing: Unopened['missing'] = []
  for (const sample of samples.filter(({ key }) => !known.has(key)))
    if (!(await isMisnamed(sample))) missing.push({ key: sample.key, questionnaire: sample.questionnaire })
  /** Another key of its questionnaire opens it: the name of its key was altered, no key is missing. */
  async function isMisnamed({ id, questionnaire }: KeySample): Promise<boolean> {
    const row = await store.responses.get(id)
    const own = entries.filter(({ use, master }) => use === `questionnaire/${questionnaire}` && masters.has(master))
    return row !== null && own.filter(opens).some((entry) => responseOpensWith(row, keyOfRoot(entry.id, rootOf(entry))))
  }
  return {
    locked: entries.filter(({ master }) => !masters.has(master)),
    damaged: entries.filter((entry) => masters.has(entry.master) && !opens(entry)),
    missing,
  }
}

/** @throws Fault that names what could not be opened, and says what to do */
export function refuseUnopened(path: string, { locked, damaged, missing }: Unopened): void {
  if (locked.length > 0)
    throw new Fault(
      `Le trousseau de clés ${path} est trop ancien pour cette base : il lui manque la clé maîtresse qui protège ${listed(locked.map(({ use }) => frenchUse(use)))}. Remettez à sa place la copie faite après la dernière rotation ; rien n’a été modifié.`,
    )
  const lost = [
    ...damaged.map(({ use }) => frenchUse(use)),
    ...missing.map(({ questionnaire }) => `« ${questionnaire} »`),
  ]
  if (lost.length > 0)
    throw new Fault(
      `Des réponses ne peuvent pas être ouvertes : leur clé manque ou est abîmée (${listed(lost)}). Remettez le trousseau ou la sauvegarde qui va avec cette base ; si la clé est perdue pour de bon, tapez « npm run keyring -- --accept-loss ».`,
    )
}

/** Notes that the responses of these keys are given up: the start no longer waits for them. */
export async function acceptLoss(store: Store, { damaged, missing }: Unopened, at: string): Promise<void> {
  for (const { id, use } of damaged) await lostKeys(store).put(id, { at, questionnaire: nameOfUse(use) }, null)
  for (const { key, questionnaire } of missing) await lostKeys(store).put(key, { at, questionnaire }, null)
}

export const listed = (names: string[]): string => {
  const once = [...new Set(names)]
  return once.length < 2 ? once.join('') : `${once.slice(0, -1).join(', ')} et ${once.at(-1)}`
}
