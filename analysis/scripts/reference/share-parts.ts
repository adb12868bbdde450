/** What an interval of a share is computed from. */
export type ShareParts = { p: number; variance: number; df: number; rows: number; level: number }
