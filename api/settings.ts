/** What the authority has set: small documents on the shelf `settings`, read again at most once a second. */
import type { Language } from '../surveys/questionnaire.ts'
import { brief } from './brief.ts'
import type { Store } from './store/store.ts'

export type SiteSettings = { name: string; contact: string; languages: Language[] }

export type Settings = {
  site: SiteSettings
  /** The store holds made-up people. */
  demo: boolean
  /** Sheets are sealed at rest unless the authority turned it off. */
  sealing: boolean
}

const defaults: SiteSettings = {
  name: 'Communauté de communes Tarn-Agout',
  contact: 'Pôle Enfance de la communauté de communes Tarn-Agout',
  languages: ['fr'],
}

/** Reads the settings: shelf documents `site`, `demo` (`{demo: true}`) and `sealing` (`{sealing: false}`). */
export function settingsIn(store: Store): () => Promise<Settings> {
  const shelf = store.shelf<Partial<SiteSettings> & { demo?: boolean; sealing?: boolean }>('settings')
  return brief(async () => {
    const [site, demo, sealing] = await Promise.all([shelf.get('site'), shelf.get('demo'), shelf.get('sealing')])
    return {
      site: { ...defaults, ...site?.value },
      demo: demo?.value.demo === true,
      sealing: sealing?.value.sealing !== false,
    }
  })
}
