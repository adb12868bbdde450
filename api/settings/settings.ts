/** What the authority has set, with its history; everyone reads it again at most once a second. */
import { authority } from '../../surveys/authority/in-force.ts'
import { setZone } from '../../surveys/days.ts'
import type { Language } from '../../surveys/languages.ts'
import { cached, type Stopwatch } from '../http/cache.ts'
import { DamagedDocument } from '../store/collection.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import { type Logo, type SettingsChange, type SettingsEvent, StoredSettings } from './collections.ts'
import { initialSettings, SettingsValues, settingsGroups } from './fields.ts'

export type SiteSettings = { name: string; contact: string; languages: Language[] }

export type Settings = {
  site: SiteSettings
  /** The store holds made-up people. */
  demo: boolean
  /** Responses are encrypted in the store unless the authority turned it off (stored as `sealing`). */
  encrypts: boolean
  /** Everything set, and how many times it was changed. */
  values: SettingsValues
  revision: number
  logo: Logo | null
}

/** Reads the settings: collection documents `site`, `logo` and `demo` (`{demo: true}`). */
export function settingsIn(store: Store, stopwatch: Stopwatch): () => Promise<Settings> {
  const collection = store.collection(collections.settings)
  return cached(async () => {
    const [site, demo, logo] = await Promise.all([
      collection.get('site').catch(salvaged),
      collection.get('demo'),
      collection.get('logo'),
    ])
    const stored = { ...initialSettings, ...site?.value }
    const values = { ...stored, publicAddress: stored.publicAddress.replace(/\/$/, '') }
    setZone(values.timeZone)
    return {
      site: { name: values.name, contact: values.contact || authority().names.contact, languages: values.languages },
      demo: demo?.value.demo === true,
      encrypts: values.sealing,
      values,
      revision: site?.revision ?? 0,
      logo: logo?.value.data ? (logo.value as Logo) : null,
    }
  }, stopwatch)
}

/** A value that cannot be read leaves its first one in force, and no other: the pages stay open, and the operator is warned. */
function salvaged(error: unknown): { value: StoredSettings; revision: number } {
  if (!(error instanceof DamagedDocument)) throw error
  const content = Object(error.content()) as Record<string, unknown>
  const fitting = Object.entries(StoredSettings.shape).filter(([name, rule]) => rule.safeParse(content[name]).success)
  const value: StoredSettings = Object.fromEntries(fitting.map(([name]) => [name, content[name]]))
  return { value, revision: error.revision }
}

/** What is wrong with values as typed, by field. */
export function settingsProblems(typed: unknown): { path: string; message: string }[] {
  const result = SettingsValues.safeParse(typed)
  return result.success ? [] : result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** Saves and history, for the one screen that changes settings. */
export function settingsService(store: Store, now: () => Date) {
  const collection = store.collection(collections.settings)
  const events = store.collection(collections.settingsHistory)
  return {
    /** The values now, not those of a second ago. */
    async read(): Promise<{ values: SettingsValues; revision: number }> {
      const stored = await collection.get('site').catch(salvaged)
      return { values: { ...initialSettings, ...stored?.value }, revision: stored?.revision ?? 0 }
    },

    /** Null when somebody else saved since `revision` was read; an event without changes when nothing is new. */
    async save(revision: number, values: SettingsValues, by: string): Promise<SettingsEvent | null> {
      const before = await this.read()
      const changes = changesBetween(before.values, values)
      const event = { number: revision + 1, at: now().toISOString(), by, changes }
      if (before.revision !== revision) return null
      if (changes.length === 0) return event
      if ((await collection.put('site', values, revision === 0 ? null : revision)) === 'changed') return null
      await events.put(String(event.number).padStart(8, '0'), event, null)
      return event
    },

    /** Newest first. */
    history: async (): Promise<SettingsEvent[]> => (await events.list()).map(({ value }) => value).reverse(),
  }
}

const shown = (value: unknown) =>
  value === true ? 'oui' : value === false ? 'non' : Array.isArray(value) ? value.join(', ') : String(value)

function changesBetween(before: SettingsValues, after: SettingsValues): SettingsChange[] {
  return settingsGroups
    .flatMap(({ fields }) => fields)
    .map(({ name, label }) => ({ label, before: shown(before[name]), after: shown(after[name]) }))
    .filter((change) => change.before !== change.after)
}
