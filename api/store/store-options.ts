/** What whoever opens a store may say besides its address. */
export type StoreOptions = {
  /** The operator accepts a MongoDB that is no replica set. */
  standaloneAccepted?: boolean
  /** Where a warning of the store goes. */
  warn?: (sentence: string) => void
}
