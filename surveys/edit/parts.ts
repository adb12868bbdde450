/** A questionnaire taken apart: each page and element by its name, wherever it stands, and what stands in which. */
import { isObject } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'

export type Parts = {
  /** The questionnaire without its pages. */
  around: Record<string, unknown>
  /** Pages (`/foyer`) and elements (`garde`, `enfants.garde`) without what they hold. */
  own: ReadonlyMap<string, Record<string, unknown>>
  /** What each holds, in order; the pages under the empty name. */
  orders: ReadonlyMap<string, readonly string[]>
}

/** @returns null for a draft that cannot be put back together: no name, or one name for two */
export function partsOf(questionnaire: Questionnaire): Parts | null {
  const { definition, ...rest } = questionnaire
  if (!isObject(definition) || !Array.isArray(definition.pages)) return null
  const own = new Map<string, Record<string, unknown>>()
  const orders = new Map<string, string[]>()
  let isWhole = true
  const visit = (list: readonly unknown[], holder: string, keyOf: (name: string) => string, inner: string) => {
    const keys: string[] = []
    for (const element of list) {
      if (!isObject(element) || typeof element.name !== 'string') {
        isWhole = false
        continue
      }
      const key = keyOf(element.name)
      if (own.has(key)) isWhole = false
      keys.push(key)
      const held = holder === '' ? 'elements' : heldBy[String(element.type)]
      const children = held === undefined ? undefined : element[held]
      own.set(key, Array.isArray(children) ? { ...element, [held!]: [] } : element)
      const within = element.type === 'paneldynamic' && holder !== '' ? `${key}.` : inner
      if (Array.isArray(children)) visit(children, key, (name) => within + name, within)
    }
    orders.set(holder, keys)
  }
  visit(definition.pages, '', (name) => `/${name}`, '')
  const { pages: _, ...form } = definition
  return isWhole ? { around: { ...rest, definition: form }, own, orders } : null
}

const heldBy: Record<string, string | undefined> = { panel: 'elements', paneldynamic: 'templateElements' }

/** @returns null when something stands in what holds nothing */
export function wholeOf({ around, own, orders }: Parts): Questionnaire | null {
  let placed = 0
  const listed = (holder: string): unknown[] =>
    (orders.get(holder) ?? []).map((key) => {
      placed += 1
      const element = own.get(key)!
      const held = holder === '' ? 'elements' : heldBy[String(element.type)]
      if (held === undefined || (element[held] === undefined && !orders.get(key)?.length)) return element
      return { ...element, [held]: listed(key) }
    })
  const pages = listed('')
  const form = around.definition as object
  return placed === own.size ? ({ ...around, definition: { ...form, pages } } as unknown as Questionnaire) : null
}

export const orderIn = ({ orders }: Parts, holder: string): readonly string[] => orders.get(holder) ?? []

/** The page or the panel it stands in; undefined when it is not there. */
export function holderIn({ orders }: Parts, key: string): string | undefined {
  for (const [holder, keys] of orders) if (keys.includes(key)) return holder
  return undefined
}
