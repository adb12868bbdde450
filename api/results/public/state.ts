/** What stands at the address of a questionnaire's public results. */
import { isSlug } from '../../../surveys/questionnaire/slug.ts'
import type { PublicResults } from '../collections.ts'
import type { noticesIn } from '../notices.ts'
import { type Head, isWithdrawn, type Publications } from '../publications.ts'
import type { OpenedResults } from './opened.ts'

export type PublicState =
  | { kind: 'none' }
  /** `reason`: of a withdrawal, in French; '' where the staff closed the page. */
  | { kind: 'gone'; day: string; reason: string }
  | { kind: 'open'; head: Head; opened: PublicResults }

/** @param slug whatever an address says */
export async function publicStateOf(
  slug: string,
  opened: OpenedResults,
  publications: Publications,
): Promise<PublicState> {
  const last = isSlug(slug) ? await opened.last(slug) : null
  if (last === null) return { kind: 'none' }
  if (last.kind === 'closed') return { kind: 'gone', day: last.at, reason: '' }
  const head = (await publications.all(slug))[last.publication - 1]
  if (!head) return { kind: 'none' }
  const withdrawal = head.surveyed.notices?.find(({ kind }) => kind === 'withdrawal')
  if (isWithdrawn(head)) return { kind: 'gone', day: withdrawal?.day ?? last.at, reason: withdrawal?.reason ?? '' }
  return { kind: 'open', head, opened: last }
}

/** Every questionnaire whose results may be read now, in the order of their names. */
export async function openResults(
  opened: OpenedResults,
  publications: Publications,
): Promise<{ slug: string; head: Head; opened: PublicResults }[]> {
  const all = await opened.all()
  const states = await Promise.all(
    all.map(async ({ slug }) => ({ slug, state: await publicStateOf(slug, opened, publications) })),
  )
  return states
    .flatMap(({ slug, state }) => (state.kind === 'open' ? [{ slug, head: state.head, opened: state.opened }] : []))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
}

/** Slugs of the questionnaires of which there is something to read: asked with every page of the site, so that no publication is opened for it. */
export async function openSlugs(opened: OpenedResults, notices: ReturnType<typeof noticesIn>): Promise<string[]> {
  const all = (await opened.all()).filter(({ last }) => last.kind === 'opened')
  const wrong = await Promise.all(all.map(({ slug }) => notices.all(slug)))
  return all.filter(({ last }, at) => isOpenNow(last, wrong[at]!)).map(({ slug }) => slug)
}

/** @param wrong what was said afterwards of the publications of this questionnaire */
export const isOpenNow = (
  last: PublicResults,
  wrong: Awaited<ReturnType<ReturnType<typeof noticesIn>['all']>>,
): boolean => last.kind === 'opened' && !wrong.get(last.publication)?.some(({ kind }) => kind === 'withdrawal')
