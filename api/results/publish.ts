/** Makes one publication: findings for documents, every question for the screen, of one snapshot of the responses. */

import { questionTables } from '../../analysis/explore/question-tables.ts'
import { questionsOf } from '../../analysis/explore/questions.ts'
import { withEarlier } from '../../analysis/explore/quoted.ts'
import { wavesOf } from '../../analysis/findings/assessment.ts'
import { coverage } from '../../analysis/findings/coverage.ts'
import { whoOf } from '../../analysis/findings/limits.ts'
import { endsOf } from '../../analysis/findings/origin.ts'
import type { Subject } from '../../analysis/measures/measure.ts'
import { isWholeOnly } from '../../analysis/measures/respondents/doors.ts'
import { wavesOf as wavesAsking } from '../../analysis/measures/waves.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { DataContext } from '../data-context.ts'
import { type StudyMemory, studiesIn } from '../responses/studies.ts'
import { leasesIn } from '../store/lease.ts'
import { type AsFound, asFoundIn } from './explorer/as-found.ts'
import { isRead, shownTables } from './explorer/shown-tables.ts'
import { nothingNewText } from './fieldwork.ts'
import { frozenStudy } from './frozen-study.ts'
import { digestOfCrossings, type Head, isWithdrawn, type PublishedQuestion, publicationsIn } from './publications.ts'
import { snapshotsIn } from './snapshots.ts'
import { assessedOf, type Statement, statementOf } from './statements.ts'

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
  // trial responses are other people; what is withdrawn may be published again once it is put right
  const last = all.findLast((head) => head.surveyed.trial === study!.trial && !isWithdrawn(head))
  const frozen = await frozenStudy(context.store, study!, at, last?.document ?? null)
  if ('refused' in frozen) return frozen
  if (last?.document.snapshot === frozen.name) return { refused: nothingNewText(frozen) }
  if (frozen.next && !(await snapshotsIn(context.store).insert(slug, study!.trial, frozen.next)))
    return { refused: 'Quelqu’un d’autre vient de publier : rechargez la page.' }

  const number = all.length + 1
  const statement = await statementOf(frozen, `n° ${number}`, at)
  const subjects = questionsOf(frozen.study)
  const asked: PublishedQuestion[] = []
  const asFound = asFoundIn(statement)
  const isQuoting = last && (frozen.study.earlier?.size ?? 0) > 0
  for (const { subject, crossings: counted } of questionTables(subjects)) {
    const before = isQuoting ? await publications.question(slug, last.number, subject.field.path) : null
    const crossings = counted.map((one) => withEarlier(one, frozen.study, before?.crossings ?? []))
    const question = { ...describe(subject, study!), crossings, digest: digestOfCrossings(crossings) }
    asked.push({ ...question, lists: listsIn(question, asFound) })
    step(asked.length, subjects.length)
  }
  const isWeighted = statement.findings.some(({ evidence }) => evidence.weighted)
  const head: Omit<Head, 'pages'> = {
    ...statement,
    waves: await wavesAmong(context, publications, study!.questionnaire, statement),
    number,
    madeBy: by,
    coverage: coverage([study!.questionnaire], statement.findings),
    questions: asked.map(({ path, title, page, lists, panel }) => ({
      path,
      title,
      page,
      lists,
      weighted: isWeighted,
      panel,
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
  kind: subject.column.kind === 'choices' ? ('several' as const) : ('shares' as const),
  panel: subject.table.path,
  sensitive: subject.field.sensitivity === 'sensitive',
  who: whoOf(questionnaire, subject.table.unit),
  lists: subject.breakdowns.map(({ path, title }) => ({ path, title })),
  ...(isWholeOnly(subject) ? { isWholeOnly: true as const } : {}),
  ...endsPart(subject),
  ...pooledOf(subject),
})

/** Those in which nothing is read, as findings show them where they do, are marked. */
const listsIn = (question: PublishedQuestion, asFound: AsFound): PublishedQuestion['lists'] =>
  question.lists.map((list) => {
    const [table] = shownTables(question, (paths) => paths.join() === list.path, asFound)
    return table && !isRead(table) ? { ...list, isSilent: true } : list
  })

function endsPart(subject: Subject): { ends?: string } {
  const ends = endsOf(subject)
  return ends === '' ? {} : { ends }
}

/** Waves whose answers are counted together, where there are several. */
function pooledOf(subject: Subject): { waves?: string[] } {
  const waves = wavesAsking(subject)
  return waves.length > 1 ? { waves } : {}
}
