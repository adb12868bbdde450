/** Words of a page whose ages, years and ranges are never cut at the end of a line: « 11-15 ans », « de 290 à 1 400 ». */
import type { analyse } from '../../../api/wire/public.ts'

const joined = (text: string) => text.replace(/(\d)-(?=\d)/g, '$1-\u2060')

type Page = analyse.CommitteePage
const titled = <T extends { title: string }>(one: T): T => ({ ...one, title: joined(one.title) })
const said = <T extends { title: string; sentence: string }>(one: T | null): T | null =>
  one && { ...titled(one), sentence: joined(one.sentence) }

const ranged = (text: string) => text.replace(/\bde (\d[\d\u202f]*) à (?=\d)/g, 'de\u00a0$1\u00a0à\u00a0')
const counted = <T extends analyse.ShownGrid | null>(grid: T): T =>
  grid && {
    ...grid,
    rows: grid.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: ranged(cell.text) })),
    })),
  }

/** What is read of it: its addresses and the words an analyst chose stay as they are. */
export const unbroken = (page: Page): Page => ({
  ...titled(page),
  question: joined(page.question),
  lead: titled(page.lead),
  twin: said(page.twin),
  also: said(page.also),
  ...{ answer: joined(page.answer), measured: joined(page.measured), brief: joined(page.brief) },
  where: page.where && joined(page.where),
  ...{ needs: counted(page.needs), declared: counted(page.declared) },
  unknown: page.unknown.map(joined),
  asked: joined(page.asked),
  decided: page.decided.map((one) => ({ ...titled(one), text: joined(one.text) })),
})
