/** Addresses of the designer: its tabs, and a place in a questionnaire as the findings name it. */
import { type Translated, translated } from '../../surveys/languages.ts'

export const tabs = [
  { name: 'page', title: 'Questions' },
  { name: 'logique', title: 'Parcours' },
  { name: 'plan', title: 'Plan et indicateurs' },
  { name: 'textes', title: 'Langues' },
  { name: 'apercu', title: 'Aperçu' },
  { name: 'reglages', title: 'Réglages et notice' },
  { name: 'controle', title: 'Contrôle' },
  { name: 'versions', title: 'Versions' },
  { name: 'json', title: 'JSON' },
] as const
export type TabName = (typeof tabs)[number]['name']

export const isTab = (name: string | undefined): name is TabName => tabs.some((tab) => tab.name === name)

export const tabHref = (slug: string, tab: TabName) => `/concevoir/${slug}/${tab}`

/** The request of a publication, on the review. */
export const requestHash = '#demande'
export const requestHref = (slug: string) => `${tabHref(slug, 'controle')}${requestHash}`

/** Where a finding leads: `notice` and the whole to the settings, `indicators` to the plan, the rest to its question. */
export function placeHref(slug: string, path: string): string {
  if (path === 'indicators') return tabHref(slug, 'plan')
  if (path === '' || path === 'notice') return `${tabHref(slug, 'reglages')}${path === 'notice' ? '#notice' : ''}`
  return `${tabHref(slug, 'page')}#${encodeURIComponent(path)}`
}

/** The table of texts, in a language, at the texts of a place. */
export const textsHref = (slug: string, language: Translated, path: string) =>
  `${tabHref(slug, 'textes')}#${language}/${encodeURIComponent(path)}`

/** Which language the address asks for, and which place; null for the whole table. */
export function textsAsked(hash: string): { language: Translated; path: string } | null {
  const [asked = '', path = ''] = placeIn(hash).split('/')
  const language = translated.find((one) => one === asked)
  return language ? { language, path } : null
}

/** The preview, from a question or a page on. */
export const previewHref = (slug: string, path: string) => `${tabHref(slug, 'apercu')}#${encodeURIComponent(path)}`

/** The place the address asks for. */
export const placeIn = (hash: string): string => {
  try {
    return decodeURIComponent(hash.replace(/^#/, ''))
  } catch {
    return ''
  }
}
