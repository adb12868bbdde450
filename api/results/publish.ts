/** Makes one publication: findings for documents, every question for the screen, all checked against the earlier ones. */

import { freeze } from '../../analysis/disclosure/gate.ts'
import { tiedTo } from '../../analysis/disclosure/paths.ts'
import { policies } from '../../analysis/disclosure/policy.ts'
import { refusal } from '../../analysis/disclosure/publication.ts'
import { crossingsOf } from '../../analysis/explore/protected.ts'
import { questionsOf } from '../../analysis/explore/questions.ts'
import { crossingId, isMean } from '../../analysis/explore/tables.ts'
import { wavesOf } from '../../analysis/findings/assessment.ts'
import { coverage } from '../../analysis/findings/coverage.ts'
import { whoOf } from '../../analysis/findings/limits.ts'
import { pathsOf } from '../../analysis/findings/paths.ts'
import type { Subject } from '../../analysis/measures/measure.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { DataContext } from '../data-context.ts'
import { type StudyMemory, studiesIn } from '../responses/studies.ts'
import { leasesIn } from '../store/lease.ts'
import { type Head, type PublishedQuestion, publicationsIn } from './publications.ts'
import { pagesAbout, seenToo } from './screens.ts'
import { assessedOf, inOrder, reportsIn, type Statement, statementOf } from './statements.ts'

export type PublishOutcome = { number: number } | { refused: string }

/**
 * One process at a time publishes a questionnaire.
 *
 * @param memory of whoever publishes again and again
 * @returns its number, or why there is none, in French
 */
export async function publishNow(
  context: DataContext,
  slug: string,
  by: string,
  at: string,
  step: (done: number, total: number) => void = () => {},
  memory: StudyMemory | null = null,
): Promise<PublishOutcome> {
  const leases = leasesIn(context.store, context.now)
  const made = await leases.during(`publication/${slug}`, () => publish(context, slug, by, at, step, memory))
  if (made !== 'taken') return made.done
  return { refused: 'Une autre publication de ce questionnaire est en cours : attendez qu’elle finisse.' }
}

async function publish(
  context: DataContext,
  slug: string,
  by: string,
  at: string,
  step: (done: number, total: number) => void,
  memory: StudyMemory | null,
): Promise<PublishOutcome> {
  const publications = publicationsIn(context.store)
  const [study] = await studiesIn(context, slug, undefined, memory)
  const all = await publications.all(slug)
  // trial responses are other people
  const earlier = all.filter(({ surveyed }) => surveyed.trial === study!.trial)
  // documents may follow each other only when enough people answered in between
  const last = earlier.at(-1)
  const { responses, digest } = study!
  if (responses < policies.document.least)
    return { refused: `Il faut au moins ${policies.document.least} réponses pour publier.` }
  if (last && last.document.snapshot === digest)
    return { refused: 'Aucune réponse n’est arrivée depuis la dernière publication : elle dit déjà tout.' }
  const previous = inOrder(study!, earlier, await reportsIn(context.store).all(slug))
  const refused = refusal(
    { snapshot: digest, responses },
    previous.map(({ document }) => document),
    policies.document,
  )
  if (refused) return { refused }

  const number = all.length + 1
  const seen = await seenToo(slug, previous, earlier, publications, digest)
  const { statement, state } = await statementOf(study!, seen, `n° ${number}`, at)
  const about = pagesAbout([...previous, statement])
  const subjects = questionsOf(study!)
  const paths = pathsOf(study!.questionnaire)
  const asked: PublishedQuestion[] = []
  const screensOf = (path: string) => Promise.all(earlier.map((head) => publications.question(slug, head.number, path)))
  for (const [index, subject] of subjects.entries()) {
    const { path } = subject.field
    const before = await screensOf(path)
    // questions asked of some because of others reveal each other
    const tied = tiedTo(`${slug}.${path}`, paths)
    const isTied = (other: string) => other !== path && tied.has(`${slug}.${other}`)
    const others = subjects.map(({ field }) => field.path).filter(isTied)
    const beside = [
      ...before,
      ...(await Promise.all(others.map(screensOf))).flat(),
      ...asked.filter((one) => isTied(one.path)),
    ]
    const publishedBefore = (id: string) =>
      before.flatMap(
        (one) => one?.crossings.filter(({ lists }) => crossingId(lists.map(({ path }) => path)) === id) ?? [],
      )
    const crossings = await crossingsOf(subject, state, publishedBefore, freeze, about(tied, beside))
    asked.push({ ...describe(subject, study!), crossings })
    step(index + 1, subjects.length)
  }
  const head: Omit<Head, 'pages'> = {
    ...statement,
    waves: await wavesAmong(context, publications, study!.questionnaire, statement),
    number,
    madeBy: by,
    coverage: coverage([study!.questionnaire], statement.findings),
    questions: asked.map(({ path, title, page, lists, crossings }) => ({
      path,
      title,
      page,
      lists,
      weighted: crossings.some(({ weighted }) => weighted !== null),
    })),
  }
  if (!(await publications.save(slug, head, asked)))
    return { refused: 'Quelqu’un d’autre vient de publier : rechargez la page.' }
  return { number }
}

/** Its own waves, or the questionnaire of an earlier year as it was last published. */
async function wavesAmong(
  context: DataContext,
  publications: ReturnType<typeof publicationsIn>,
  questionnaire: Questionnaire,
  statement: Statement,
) {
  const { questionnaires } = await context.questionnaires.list()
  const others = await Promise.all(
    questionnaires
      .filter(({ slug }) => slug !== questionnaire.slug)
      .map(async ({ slug }) => {
        const head = await publications.current(slug)
        if (!head) return []
        const { version } = head.surveyed
        return [assessedOf((await context.questionnaires.published(slug, version)).questionnaire, head)]
      }),
  )
  return wavesOf(assessedOf(questionnaire, statement), others.flat())
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
