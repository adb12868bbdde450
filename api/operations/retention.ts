/** Lists what has a retention period and when it ends: answers, coordinates, encounters, the journal. Nothing is deleted here. */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { dayAfter, dayOf, dayText, endOfDay, monthsAfter } from '../../surveys/days.ts'
import type { AppContext } from '../context.ts'
import type { Standing } from '../questionnaires/collections.ts'
import { contactsIn } from '../responses/contacts.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/fieldwork.ts'

const dayMs = 86_400_000

export const purgesIn = ({ store }: Pick<AppContext, 'store'>) => store.collection(collections.disposals)

/** From when its answers count: its first day, else when the version that opened it was approved; null on trial. */
export async function openedAt(
  context: AppContext,
  slug: string,
  { liveFrom, opensAt }: Standing,
): Promise<string | null> {
  if (liveFrom === undefined) return null
  const first = await context.store.collection(collections.versions).get(`${slug}@${liveFrom}`)
  return opensAt ?? first?.value.publishedAt ?? null
}

/**
 * When the answers of a questionnaire are due: so many months after its opening, the fewest of the settings and of what its notices
 * have said, but never before the freeze. Null for what has not been opened for good, or has no end.
 */
export async function purgeDate(context: AppContext, slug: string, standing: Standing): Promise<string | null> {
  const { liveFrom, purgedAt } = standing
  const freeze = await context.questionnaires.freezesAt(standing)
  if (liveFrom === undefined || purgedAt !== undefined || freeze === null) return null
  const opened = (await openedAt(context, slug, standing)) ?? freeze
  return [await promisedErasure(context, opened, standing), freeze].toSorted().at(-1)!
}

type Promised = Pick<Standing, 'promisedMonths'>

/** The fewest months of the settings and of what its notices have said, from its opening. */
async function promisedErasure(
  context: AppContext,
  opened: string,
  { promisedMonths = Number.POSITIVE_INFINITY }: Promised,
): Promise<string> {
  const { rawMonths } = (await context.settings()).values
  return monthsAfter(opened, Math.min(rawMonths, promisedMonths))
}

/**
 * @param closesAt ISO date and time; after it, answers may be corrected for so many days
 * @returns French: why this last day is too late, its notice having said when the answers are erased; null when it is not
 */
export async function tooLate(
  context: AppContext,
  closesAt: string,
  opened: string,
  promised: Promised,
): Promise<string | null> {
  const due = await promisedErasure(context, opened, promised)
  const { correctionDays } = (await context.settings()).values
  const end = new Date(new Date(due).getTime() - correctionDays * dayMs).toISOString()
  if (closesAt <= end) return null
  const last = endOfDay(dayOf(end)) <= end ? dayOf(end) : dayAfter(dayOf(end), -1)
  return `La notice le dit\u202f: les réponses sont effacées au plus tard le ${dayText(due)}. Dernier jour possible\u202f: ${dayText(last)}.`
}

/** Every line of the retention list, due or to come, the soonest first. */
export async function purgeLines(context: AppContext): Promise<wire.PurgeLine[]> {
  const now = context.now().toISOString()
  const begun = new Set(
    (await purgesIn(context).list()).filter(({ value }) => !value.isDone).map(({ value }) => value.line),
  )
  const lines = [
    ...(await answerLines(context, begun)),
    ...(await contactLine(context, begun)),
    ...(await encounterLine(context)),
    ...(await journalLine(context)),
  ]
  return (
    lines
      .filter(({ id, count }) => count > 0 || begun.has(id))
      // while answers come in their number is rounded to the nearest five, here too
      .map(({ isErasable: isSooner = false, ...line }) => {
        const isDue = line.due <= now
        const isErasable = isDue || isSooner
        return { ...line, isDue, isErasable, count: isErasable ? line.count : fieldworkCount(line.count) }
      })
      .toSorted((a, b) => (a.due < b.due ? -1 : 1))
  )
}

/** `isErasable`: sooner than it is due. */
type Line = Omit<wire.PurgeLine, 'isDue' | 'isErasable'> & { isErasable?: boolean }

async function answerLines(context: AppContext, begun: ReadonlySet<string>): Promise<Line[]> {
  const standings = await context.store.collection(collections.questionnaires).list()
  const lines = await Promise.all(
    standings.map(async ({ id: slug, value }): Promise<Line[]> => {
      // purged, and the server stopped before the file was written anew
      const isCut = begun.has(`answers/${slug}`) && value.purgedAt !== undefined
      const due = isCut ? value.purgedAt! : await purgeDate(context, slug, value)
      if (due === null) return []
      const title = `Réponses à «\u202f${await context.questionnaires.titleOf(slug, value.version)}\u202f»`
      const count = await context.store.responses.count(slug)
      return [{ id: `answers/${slug}`, kind: 'answers', title, due, count, needsApproval: true }]
    }),
  )
  return lines.flat()
}

/** Months whose time is over go together; else the first one to come. */
async function contactLine(context: AppContext, begun: ReadonlySet<string>): Promise<Line[]> {
  const { contactMonths } = (await context.settings()).values
  const contacts = contactsIn(context)
  const left = await contacts.months()
  // purged, and the server stopped before it was said
  for (const id of begun) {
    const month = id.startsWith('contacts/') ? id.slice('contacts/'.length) : null
    if (month !== null && !left.has(month)) left.set(month, 0)
  }
  const months = [...left].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const now = context.now().toISOString()
  const over = months.filter(([month]) => contactDue(month, contactMonths) <= now)
  const shown = over.length > 0 ? over : months.slice(0, 1)
  const last = shown.at(-1)
  if (!last) return []
  const count = shown.reduce((sum, [, own]) => sum + own, 0)
  const due = contactDue(shown[0]![0], contactMonths)
  const title = 'Coordonnées laissées pour être rappelé'
  // nobody has seen those that wait
  const isErasable = last[0] < now.slice(0, 7) && !(await contacts.isWaitingSince(last[0]))
  return [{ id: `contacts/${last[0]}`, kind: 'contacts', title, due, count, isErasable, needsApproval: false }]
}

/** The end of the month they were left in, and so many months. */
const contactDue = (month: string, months: number) => monthsAfter(`${month}-01T00:00:00.000Z`, months + 1)

/** Encounters whose time is over go together; else the first one to come. */
async function encounterLine(context: AppContext): Promise<Line[]> {
  const { rawMonths } = (await context.settings()).values
  const now = context.now().toISOString()
  const days = (await context.store.collection(collections.encounters).list()).map(({ value }) => value.day).toSorted()
  const dueOf = (day: string) => monthsAfter(`${day}T00:00:00.000Z`, rawMonths)
  const over = days.filter((day) => dueOf(day) <= now)
  const shown = over.length > 0 ? over : days.slice(0, 1)
  const last = shown.at(-1)
  if (last === undefined) return []
  const title = 'Notes et citations des rencontres'
  const due = dueOf(shown[0]!)
  return [{ id: `encounters/${last}`, kind: 'encounters', title, due, count: shown.length, needsApproval: true }]
}

/** Whole months of the journal. */
async function journalLine(context: AppContext): Promise<Line[]> {
  const { logMonths } = (await context.settings()).values
  const cut = journalCut(context.now().toISOString(), logMonths)
  const old = await context.audit.before(cut)
  const first = old[0]
  if (!first) return []
  const due = monthsAfter(`${first.at.slice(0, 7)}-01T00:00:00.000Z`, logMonths + 1)
  const title = 'Début du journal'
  return [{ id: `journal/${cut.slice(0, 7)}`, kind: 'journal', title, due, count: old.length, needsApproval: true }]
}

/** The first instant that stays in the journal. */
export const journalCut = (now: string, months: number) => monthsAfter(`${now.slice(0, 7)}-01T00:00:00.000Z`, -months)
