/** Makes one typology, of the responses that the last publication counts. */
import { rules } from '../../../analysis/disclosure/rules.ts'
import { offeredIn, type TypologyAsked } from '../../../analysis/typology/offered.ts'
import { typologyOf } from '../../../analysis/typology/typology.ts'
import { canonical } from '../../../surveys/canonical.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { DataContext } from '../../data-context.ts'
import { type StudyMemory, studiesIn } from '../../responses/studies.ts'
import { leasesIn } from '../../store/lease.ts'
import { studyOfSnapshot } from '../frozen-study.ts'
import { isWithdrawn, publicationsIn } from '../publications.ts'
import { leftOf, typologiesIn } from './stored.ts'

export type TypologyOutcome = { number: number } | { refused: string }

/**
 * One process at a time makes a typology of a questionnaire. What was asked before of the same snapshot is given again.
 *
 * @param memory of whoever makes one after the other
 * @returns its number, or why there is none, in French
 */
export async function makeTypology(
  context: DataContext,
  { slug, by, at, asked }: { slug: string; by: string; at: string; asked: TypologyAsked },
  memory: StudyMemory | null = null,
): Promise<TypologyOutcome> {
  const leases = leasesIn(context.store, context.now)
  const made = await leases.during(`typology/${slug}`, () => make(context, slug, by, at, asked, memory))
  if (made !== 'taken') return made.done
  return { refused: 'Une autre typologie de ce questionnaire est en cours : attendez qu’elle finisse.' }
}

async function make(
  context: DataContext,
  slug: string,
  by: string,
  at: string,
  asked: TypologyAsked,
  memory: StudyMemory | null,
): Promise<TypologyOutcome> {
  const [study] = await studiesIn(context, slug, undefined, memory)
  const { questionnaire, trial } = study!
  const last = (await publicationsIn(context.store).all(slug)).findLast((head) => head.surveyed.trial === trial)
  if (!last) return { refused: 'Rien n’est encore publié : publiez d’abord les résultats.' }
  if (isWithdrawn(last))
    return { refused: 'La dernière publication a été retirée : publiez de nouveau les résultats, puis recommencez.' }
  const misfit = misfitOf(questionnaire, asked)
  if (misfit !== null) return { refused: misfit }
  const frozen = await studyOfSnapshot(context.store, study!, at)
  if ('refused' in frozen) return frozen
  const typologies = typologiesIn(context.store)
  const before = await typologies.all(slug, trial)
  const name = (one: TypologyAsked) => canonical({ ...one, questions: one.questions.toSorted() })
  const same = before.findIndex((one) => one.snapshot === frozen.snapshot && name(one.asked) === name(asked))
  if (same >= 0) return { number: same + 1 }
  const left = leftOf(before, frozen.snapshot)
  if (left === 0)
    return {
      refused: `Cette publication a déjà ses ${rules.mostTypologies} typologies : davantage ferait connaître des personnes en les comparant. La publication suivante en permettra d’autres.`,
    }
  const earlier = before.filter((one) => one.snapshot === frozen.snapshot).map((one) => one.asked)
  const typology = typologyOf(frozen.study, asked, { before: earlier })
  if ('refused' in typology) return typology
  const made = { snapshot: frozen.snapshot, publication: last.number, by, at, asked, typology }
  if (!(await typologies.insert(slug, trial, rules.mostTypologies - left + 1, made)))
    return { refused: 'Quelqu’un d’autre vient de faire une typologie : rechargez la page.' }
  return { number: before.length + 1 }
}

/** Why the questions cannot make a typology, in French; null = they can. */
function misfitOf(questionnaire: Questionnaire, { questions }: TypologyAsked): string | null {
  const offered = offeredIn(questionnaire)
  const chosen = questions.map((path) => offered.find((one) => one.path === path))
  if (chosen.includes(undefined) || new Set(questions).size < questions.length)
    return 'Une des questions choisies n’est plus proposée. Rechargez la page, puis recommencez.'
  if (new Set(chosen.map((one) => one!.panel)).size > 1)
    return 'Choisissez des questions posées aux mêmes : toutes sur la famille, ou toutes sur chaque enfant.'
  return null
}
