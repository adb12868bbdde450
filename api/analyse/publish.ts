/** Makes one publication: findings for documents, every question for the screen, all checked against the earlier ones. */
import { coverage } from '../../analysis/coverage.ts'
import { freeze } from '../../analysis/disclosure/gate.ts'
import { policies } from '../../analysis/disclosure/policy.ts'
import { refusal } from '../../analysis/disclosure/publication.ts'
import { crossingsOf } from '../../analysis/explore/protected.ts'
import { questionsOf } from '../../analysis/explore/questions.ts'
import { crossingId, isMean } from '../../analysis/explore/tables.ts'
import { findingsOf } from '../../analysis/findings.ts'
import { whoOf } from '../../analysis/limits.ts'
import type { Subject } from '../../analysis/measures/measure.ts'
import { frenchOf } from '../../surveys/elements.ts'
import type { House } from '../house.ts'
import { studiesIn } from '../studies.ts'
import { type Head, type PublishedQuestion, publicationsIn } from './publications.ts'

export type PublishOutcome = { number: number } | { refused: string }

/** @returns its number, or why there is none, in French */
export async function publishNow(
  house: House,
  slug: string,
  by: string,
  at: string,
  step: (done: number, total: number) => void = () => {},
): Promise<PublishOutcome> {
  const publications = publicationsIn(house.store)
  const [study] = await studiesIn(house, slug)
  const earlier = await publications.all(slug)
  // documents may follow each other only when enough people answered in between
  const last = earlier.at(-1)
  const { responses, digest } = study!
  if (responses < policies.document.least)
    return { refused: `Il faut au moins ${policies.document.least} réponses pour publier.` }
  if (last && last.document.snapshot === digest)
    return { refused: 'Aucune réponse n’est arrivée depuis la dernière publication : elle dit déjà tout.' }
  const past = earlier.map(({ document }) => document)
  const refused = refusal({ snapshot: digest, responses }, past, policies.document)
  if (refused) return { refused }

  const number = earlier.length + 1
  const state = { id: `n° ${number}`, date: at.slice(0, 10), snapshot: digest, responses }
  const { findings, unread, published } = findingsOf(study!, digest, past)
  const subjects = questionsOf(study!)
  const asked: PublishedQuestion[] = []
  for (const [index, subject] of subjects.entries()) {
    const before = await Promise.all(
      earlier.map((head) => publications.question(slug, head.number, subject.field.path)),
    )
    const told = (id: string) =>
      before.flatMap(
        (one) => one?.crossings.filter(({ lists }) => crossingId(lists.map(({ path }) => path)) === id) ?? [],
      )
    asked.push({ ...describe(subject, study!), crossings: await crossingsOf(subject, state, told, freeze) })
    step(index + 1, subjects.length)
  }
  const { questionnaire, period, trial, zones } = study!
  const head: Head = {
    number,
    surveyed: {
      slug,
      version: questionnaire.version,
      title: frenchOf(questionnaire.title),
      audience: frenchOf(questionnaire.audienceText),
      responses,
      period,
      trial,
    },
    madeAt: at,
    madeBy: by,
    zoning: { name: zones.name, provisional: zones.provisional, date: zones.date, source: zones.source },
    findings,
    unread: unread.map(({ indicator, why }) => ({ questionnaire: slug, indicator: indicator.id, why })),
    coverage: coverage([questionnaire], findings),
    document: await freeze(published, state),
    questions: asked.map(({ path, title, page, lists, crossings }) => ({
      path,
      title,
      page,
      lists,
      weighted: crossings.some(({ weighted }) => weighted !== null),
    })),
  }
  if (!(await publications.keep(slug, head, asked)))
    return { refused: 'Quelqu’un d’autre vient de publier : rechargez la page.' }
  return { number }
}

const describe = (subject: Subject, { questionnaire }: Parameters<typeof questionsOf>[0]) => ({
  path: subject.field.path,
  title: subject.field.title,
  page: subject.field.page,
  kind: isMean(subject)
    ? ('mean' as const)
    : subject.column.kind === 'choices'
      ? ('several' as const)
      : ('shares' as const),
  sensitive: subject.field.sensitivity === 'sensitive',
  who: whoOf(questionnaire, subject.table.unit),
  lists: subject.breakdowns.map(({ path, title }) => ({ path, title })),
})
