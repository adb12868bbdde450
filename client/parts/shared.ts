/** A tablet many people use one after the other: nothing of a person may stay on it, and no link leads away. */
import { createContext, type ReactNode, useContext } from 'react'

/** What stands in the bar of a shared tablet (the way out); null on one's own device. */
export const Shared = createContext<ReactNode>(null)

export const useIsShared = (): boolean => useContext(Shared) !== null
