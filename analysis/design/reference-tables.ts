/** What the authority knows and no answer gives: zones, frames, margins, supply, ratios. Plain rows, dated, with their source. */
import type { ZoneTable } from '../../surveys/authority/territory.ts'
import type { Population } from '../../surveys/questionnaire/audiences.ts'

/** People of one kind in one zone, from a register, never from the sample. */
export type FrameRow = {
  /** Name of a zone, or `Ensemble`. */
  zone: string
  population: Population
  /** Age band in words (`3-5`), or '' for all ages. */
  age: string
  count: number
}

/** One class of one margin; margins of one unit never weight another. */
export type MarginRow = {
  variable: string
  value: string /** As the row of its unit names it: « ménages ». */
  unit: string
  count: number
}

/** One opening of one service: a day, from and to in minutes after midnight. */
export type SupplyRow = {
  service: string
  kind: string
  commune: string
  period: string
  days: number[]
  from: number
  to: number
  places: number | null
}

export type CandidatePlaceRow = { place: string; commune: string }
/** Price of a day for one slice (« De 500 à 699 »), or for all when it is ''. */
export type PriceRow = { level: 'bas' | 'moyen' | 'haut'; slice: string; euros: number }
/** Quotient familial in euros; null = open at that end. */
export type SliceRow = { name: string; from: number | null; to: number | null }

/** Children one adult may look after, as the law says at that date. */
export type RatioRow = {
  period: 'mercredi' | 'vacances' | 'matin et soir d’école'
  pedt: boolean | null
  duration: 'jusqu’à 5 h' | 'plus de 5 h' | 'toutes'
  age: 'moins de 6 ans' | '6 ans et plus'
  childrenPerAdult: number
  reference: string
}

/** Share of the declared intentions that become presence; entered with its source, or absent. */
export type AttendanceRow = {
  period: string
  age: string
  intention: 'certainement' | 'probablement' | 'peut-être'
  /** Fraction in [0, 1]. */
  present: number
  source: string
}

/** What a day of a centre costs or brings in: whatever the number of children, for each of them, or for each adult. */
export type CostRow = { item: string; kind: 'dépense' | 'recette'; per: 'jour' | 'enfant' | 'adulte'; euros: number }

/** A dated table; `rows` empty = the authority has not entered it. */
export type Dated<Row> = { date: string; source: string; rows: Row[] }

export type ReferenceTables = {
  zones: ZoneTable
  frames: Dated<FrameRow>
  margins: Dated<MarginRow>
  supply: Dated<SupplyRow>
  places: Dated<CandidatePlaceRow>
  slices: Dated<SliceRow>
  prices: Dated<PriceRow>
  ratios: Dated<RatioRow>
  attendance: Dated<AttendanceRow>
  costs: Dated<CostRow>
}
