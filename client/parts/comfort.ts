/** How this person likes to read and answer: language, text size, contrast, going on by touch. Saved on the device, applied to the whole page. */
import { useSyncExternalStore } from 'react'
import { isLanguage, type Language, languageRows } from '../../surveys/languages.ts'
import { learn } from '../words/speak.ts'
import { isFramed } from './framed.ts'

export const sizes = ['normal', 'large', 'larger', 'largest'] as const
const contrasts = ['normal', 'high'] as const
export type Comfort = {
  language: Language
  size: (typeof sizes)[number]
  contrast: (typeof contrasts)[number]
  goesOn: boolean
}

const place = 'comfort'
const listeners = new Set<() => void>()
let isRemembered = !isFramed
/** The language left last in this visit: one touch comes back to it. */
let before: Language | null = null
export const languageBefore = (): Language | null => before
/** The language asked for last: one that comes after it is not shown any more. */
let asked: Language = 'fr'
let comfort: Comfort = { language: 'fr', size: 'normal', contrast: 'normal', goesOn: true }

/** What the device asks for, until something is chosen here. */
const preferred = () => (matchMedia('(prefers-contrast: more)').matches ? 'high' : 'normal')

function remembered(): Comfort {
  try {
    const saved = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Comfort>
    return {
      language: isLanguage(saved.language) ? saved.language : comfort.language,
      size: sizes.find((size) => size === saved.size) ?? comfort.size,
      contrast: contrasts.find((contrast) => contrast === saved.contrast) ?? preferred(),
      goesOn: saved.goesOn ?? comfort.goesOn,
    }
  } catch {
    return comfort
  }
}

function show({ language, size, contrast }: Comfort) {
  const root = document.documentElement
  // the staff pages are in French, whatever a respondent chose on this device
  if (root.dataset.room !== 'staff') {
    root.lang = languageRows[language].tag
    root.dir = languageRows[language].direction
  }
  // whatever holds for very large letters holds for the largest
  root.dataset.size = size === 'largest' ? 'larger largest' : size
  root.dataset.contrast = contrast
}

type Fetch = (language: Language) => Promise<void>
const texts = new Set<Fetch>()

/** Texts that a language needs beside the words of the interface: without them it is not shown. @returns what ends it */
export function bringTexts(fetch: Fetch): () => void {
  texts.add(fetch)
  return () => void texts.delete(fetch)
}

/** Changes what is given, once the words of the language are here, and remembers it. */
export async function setComfort(change: Partial<Comfort>) {
  const { language = comfort.language } = change
  if (change.language) asked = change.language
  const isOther = language !== comfort.language
  await Promise.all([learn(language), ...(isOther ? [...texts].map((fetch) => fetch(language)) : [])])
  const isLate = change.language !== undefined && change.language !== asked
  // what was chosen while the words came stays
  const next = { ...comfort, ...change, ...(isLate ? { language: comfort.language } : {}) }
  if (next.language !== comfort.language) before = comfort.language
  comfort = next
  show(comfort)
  if (isRemembered) remember()
  for (const listener of listeners) listener()
}

function remember() {
  try {
    const { contrast, ...rest } = comfort
    // what the device asks for is not a choice: it may ask for something else tomorrow
    localStorage.setItem(place, JSON.stringify(contrast === preferred() ? rest : comfort))
  } catch {
    // A browser that stores nothing still gets the change for this visit.
  }
}

/** As for somebody who has just come: in French, nothing enlarged, no language to go back to. */
export async function resetComfort() {
  await setComfort({ language: 'fr', size: 'normal', contrast: 'normal', goesOn: true })
  before = null
}

/** On a shared tablet nobody's way of reading is remembered. */
export function forgetComfort() {
  isRemembered = false
  before = null
  try {
    localStorage.removeItem(place)
  } catch {
    // nothing was stored
  }
}

/** Before the first screen: what was remembered, or what the link asks for (`?langue=ar&contraste=fort`). */
export async function startComfort(address: URLSearchParams) {
  const asked = address.get('langue')
  const wanted = {
    ...(isFramed ? {} : remembered()),
    ...(isLanguage(asked) ? { language: asked } : {}),
    ...(address.get('contraste') === 'fort' ? { contrast: 'high' as const } : {}),
  }
  // the words of another language may not come; French is here
  await setComfort(wanted).catch(() => setComfort({ ...wanted, language: 'fr' }))
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const languageNow = (): Language => comfort.language
export const useComfort = () => useSyncExternalStore(subscribe, () => comfort)
