/** What is being typed, stored on this device until it is saved: a lost session or a closed tab loses nothing. */
import { useCallback, useState } from 'react'

const prefix = 'draft:'

function read<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? 'null')
  } catch {
    return null
  }
}

/**
 * @param initial what is saved on the server; the draft wins over it
 * @returns the value, its setter, a way to drop the draft, and whether the value came from a draft
 */
export function useDraft<T>(name: string, initial: T): [T, (value: T) => void, (saved: T) => void, boolean] {
  const [{ value, isDraft }, setState] = useState(() => {
    const saved = read<T>(name)
    return { value: saved ?? initial, isDraft: saved !== null }
  })
  const set = useCallback(
    (next: T) => {
      setState(({ isDraft: was }) => ({ value: next, isDraft: was }))
      try {
        localStorage.setItem(prefix + name, JSON.stringify(next))
      } catch {
        // a browser that stores nothing still lets one type and save
      }
    },
    [name],
  )
  const drop = useCallback(
    (saved: T) => {
      localStorage.removeItem(prefix + name)
      setState({ value: saved, isDraft: false })
    },
    [name],
  )
  return [value, set, drop, isDraft]
}
