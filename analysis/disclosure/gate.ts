/** The only way out of the analysis: what is published here can be made nowhere else. */

import type { Estimate, NoEstimate } from '../estimate.ts'
import type { Purpose, SecretCode } from './policy.ts'

/** Not exported: nobody else can write an object of a published type. */
declare const made: unique symbol
type Made = { readonly [made]: true }

type Place = { key: string; dims: Readonly<Record<string, string>>; table: string }

/** A figure that may be read: rounded, with its interval and its base. */
export type Shown = Place & { secret: false; count: number | null; estimate: Estimate | NoEstimate }

/** A figure that may not: no number of it exists any more beyond this point. */
export type Secret = Place & { secret: true; code: SecretCode; why: string }

export type PublishedFigure = (Shown | Secret) & Made

export type PublishedTable = {
  id: string
  title: string
  sensitive: boolean
  figures: readonly PublishedFigure[]
} & Made

export type Published = {
  purpose: Purpose
  /** To be printed beside the figures. */
  mention: string
  tables: readonly PublishedTable[]
} & Made
