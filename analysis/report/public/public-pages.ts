/** « Ce que vous nous avez dit » as plain data for its writers. */
import type { Drawing } from '../html/chart-image.ts'
import type { PublicLanguage } from './languages.ts'
import type { PublicPicture } from './telling.ts'

/**
 * A decision: its day in words and, where that is another language, that it stays in French; the committee's own words, in
 * French whatever the page, and by when, '' where no day is waited for. `became`: what became of it, `why`: in the words of
 * who said so, in French; '' = nothing said.
 */
export type PublicDecision = { day: string; text: string; due: string; became: string; why: string }
/** The zones by one answer: the drawing, the same in a sentence and in a table. */
export type PublicMap = {
  title: string
  columns: [zone: string, share: string, interval: string]
  rows: { zone: string; share: string; interval: string }[]
  drawing: Drawing
  /** Which zones have figures of an earlier day, and what the hatching means. */
  key: string
}
/** `question`: as it was asked, '' where the sentences hold it. */
export type PublicItem = {
  title: string
  question: string
  lines: string[]
  picture: PublicPicture | null
  where: { sentence: string; map: PublicMap | null } | null
  decided: PublicDecision[]
}
/** A question of the plan, from what was said to what is decided. `pending`: said when nothing is decided on these answers. */
export type PublicPage = PublicItem & { pending: string; when: string; unknown: string }

/** Words are ready to print. */
export type PublicPages = {
  language: PublicLanguage
  /** For documents: `fr`, `en`, `ar`. */
  tag: string
  direction: 'ltr' | 'rtl'
  place: string
  /** ISO day, and the same in words. */
  day: string
  dateText: string
  marks: string[]
  ribbon: number[][] | null
  title: string
  subject: string
  thanks: string
  opening: string
  steps: { said: string; decided: string; when: string; unknown: string }
  pages: PublicPage[]
  /** Heads the items. */
  others: string
  items: PublicItem[]
  /** `isNotice`: what was found wrong since, said before any figure, in French. */
  sections: { title: string; lines: string[]; isNotice?: true }[]
  barKey: string
}
