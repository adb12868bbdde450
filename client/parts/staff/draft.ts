/** What is being typed, stored on this device until it is saved: a lost session or a closed tab loses nothing. */
import { useCallback, useState } from 'react'

const prefix = 'draft:'

/**
 * On the device, where a closed tab is found again, and in the tab: of two that type in one page, neither takes away what the other
 * holds.
 */
const drafts = {
  read<T>(name: string): T | null {
    try {
      const text = sessionStorage.getItem(prefix + name) ?? localStorage.getItem(prefix + name)
      if (text !== null) sessionStorage.setItem(prefix + name, text)
      return JSON.parse(text ?? 'null')
    } catch {
      return null
    }
  },
  hold(name: string, value: unknown): void {
    try {
      for (const storage of [sessionStorage, localStorage]) storage.setItem(prefix + name, JSON.stringify(value))
    } catch {
      // a browser that stores nothing still lets one type and save
    }
  },
  drop(name: string): void {
    try {
      const own = sessionStorage.getItem(prefix + name)
      sessionStorage.removeItem(prefix + name)
      if (own === localStorage.getItem(prefix + name)) localStorage.removeItem(prefix + name)
    } catch {
      // nothing was stored
    }
  },
}

/**
 * @param initial what is saved on the server; the draft wins over it
 * @returns the value, its setter, a way to drop the draft, and whether the value came from a draft
 */
export function useDraft<T>(name: string, initial: T): [T, (value: T) => void, (saved: T) => void, boolean] {
  const [{ value, isDraft }, setState] = useState(() => {
    const saved = drafts.read<T>(name)
    return { value: saved ?? initial, isDraft: saved !== null }
  })
  const set = useCallback(
    (next: T) => {
      setState(({ isDraft: was }) => ({ value: next, isDraft: was }))
      drafts.hold(name, next)
    },
    [name],
  )
  const drop = useCallback(
    (saved: T) => {
      drafts.drop(name)
      setState({ value: saved, isDraft: false })
    },
    [name],
  )
  return [value, set, drop, isDraft]
}

/** One field: what was saved as somebody began to type in it, and what they typed. */
type Change = { from: unknown; to: unknown }

type OverSaved<Values> = {
  values: Values
  set: (field: keyof Values & string, value: unknown) => void
  drop: () => void
  /** Drops the fields that were sent as they stand here: the server may write them in its own way. */
  settle: (sent: Values) => void
  /** Something typed before this page was opened is found again. */
  isFound: boolean
  /** Fields typed in that somebody else has saved since. */
  changedSince: (keyof Values & string)[]
}

/** The fields somebody typed in, over what is saved: what is saved elsewhere of the other fields is shown, and never written over. */
export function useDraftOver<Values extends Record<string, unknown>>(name: string, saved: Values): OverSaved<Values> {
  const [typed, setTyped, dropTyped, isDraft] = useDraft<Record<string, Change>>(name, {})
  const keep = (changes: [string, Change][]) =>
    changes.length === 0 ? dropTyped({}) : setTyped(Object.fromEntries(changes))
  const changes = Object.entries(typed).filter(([field, { to }]) => field in saved && !isSame(to, saved[field]))
  return {
    values: { ...saved, ...Object.fromEntries(changes.map(([field, { to }]) => [field, to])) },
    set(field, value) {
      const from = typed[field] ? typed[field].from : saved[field]
      const others = changes.filter(([other]) => other !== field)
      keep(isSame(value, saved[field]) ? others : [...others, [field, { from, to: value }]])
    },
    drop: () => dropTyped({}),
    settle: (sent) =>
      keep(
        changes
          .filter(([field, { to }]) => !isSame(to, sent[field]))
          // typed on since: over what has just been saved here, and by nobody else
          .map(([field, { from, to }]) => [field, { from: isSame(sent[field], from) ? from : saved[field], to }]),
      ),
    isFound: isDraft && changes.length > 0,
    changedSince: changes.filter(([field, { from }]) => !isSame(from, saved[field])).map(([field]) => field),
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
