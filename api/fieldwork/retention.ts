/** What is kept only for a time, and when that time is over: answers, coordinates, the journal. Nothing is deleted here. */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { contactsIn } from '../contacts.ts'
import type { House } from '../house.ts'
import type { Standing, Version } from '../questionnaires.ts'
import type * as wire from '../wire-fieldwork.ts'
import { monthsAfter } from './days.ts'

/** Shelf `disposals`: what was deleted, by whom, with which approval. Begun and not done: the server stopped in between. */
export type Disposal = wire.DisposalProof & { line: string; isDone: boolean }

export const disposalShelf = ({ store }: Pick<House, 'store'>) => store.shelf<Disposal>('disposals')

/**
 * When the answers of a questionnaire are due: so many months after its opening, as its notice promises to each person, but never
 * before the freeze. Null for what has not been opened for good, or has no end.
 */
export async function purgeDate(house: House, slug: string, standing: Standing): Promise<string | null> {
  const { liveFrom, purgedAt, opensAt } = standing
  const freeze = await house.questionnaires.freezesAt(standing)
  if (liveFrom === undefined || purgedAt !== undefined || freeze === null) return null
  const first = await house.store.shelf<Version>('versions').get(`${slug}@${liveFrom}`)
  const opened = opensAt ?? first?.value.publishedAt ?? freeze
  const due = monthsAfter(opened, (await house.settings()).values.rawMonths)
  return [due, freeze].toSorted().at(-1)!
}

/** Every line of the disposal list, due or to come, the soonest first. */
export async function disposalLines(house: House): Promise<wire.DisposalLine[]> {
  const now = house.now().toISOString()
  const begun = new Set(
    (await disposalShelf(house).list()).filter(({ value }) => !value.isDone).map(({ value }) => value.line),
  )
  const lines = [...(await answerLines(house)), ...(await contactLine(house)), ...(await journalLine(house))]
  return (
    lines
      .filter(({ id, count }) => count > 0 || begun.has(id))
      // while answers come in their number is told to the nearest five, here too
      .map((line) =>
        line.due <= now ? { ...line, isDue: true } : { ...line, isDue: false, count: fieldworkCount(line.count) },
      )
      .toSorted((a, b) => (a.due < b.due ? -1 : 1))
  )
}

type Line = Omit<wire.DisposalLine, 'isDue'>

async function answerLines(house: House): Promise<Line[]> {
  const standings = await house.store.shelf<Standing>('questionnaires').list()
  const lines = await Promise.all(
    standings.map(async ({ id: slug, value }): Promise<Line[]> => {
      const due = await purgeDate(house, slug, value)
      if (due === null) return []
      const title = `Réponses à «\u202f${await house.questionnaires.titleOf(slug, value.version)}\u202f»`
      const count = await house.store.responses.count(slug)
      return [{ id: `answers/${slug}`, kind: 'answers', title, due, count, needsApproval: true }]
    }),
  )
  return lines.flat()
}

/** Months whose time is over go together; else the first one to come. */
async function contactLine(house: House): Promise<Line[]> {
  const { contactMonths } = (await house.settings()).values
  const months = [...(await contactsIn(house).months())].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const now = house.now().toISOString()
  const over = months.filter(([month]) => contactDue(month, contactMonths) <= now)
  const told = over.length > 0 ? over : months.slice(0, 1)
  const last = told.at(-1)
  if (!last) return []
  const count = told.reduce((sum, [, own]) => sum + own, 0)
  const due = contactDue(told[0]![0], contactMonths)
  const title = 'Coordonnées laissées pour être rappelé'
  return [{ id: `contacts/${last[0]}`, kind: 'contacts', title, due, count, needsApproval: false }]
}

/** The end of the month they were left in, and so many months. */
const contactDue = (month: string, months: number) => monthsAfter(`${month}-01T00:00:00.000Z`, months + 1)

/** Whole months of the journal. */
async function journalLine(house: House): Promise<Line[]> {
  const { logMonths } = (await house.settings()).values
  const cut = journalCut(house.now().toISOString(), logMonths)
  const old = await house.audit.before(cut)
  const first = old[0]
  if (!first) return []
  const due = monthsAfter(`${first.at.slice(0, 7)}-01T00:00:00.000Z`, logMonths + 1)
  const title = 'Début du journal'
  return [{ id: `journal/${cut.slice(0, 7)}`, kind: 'journal', title, due, count: old.length, needsApproval: true }]
}

/** The first instant that is kept. */
export const journalCut = (now: string, months: number) => monthsAfter(`${now.slice(0, 7)}-01T00:00:00.000Z`, -months)
