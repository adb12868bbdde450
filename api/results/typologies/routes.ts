/** Routes of typologies: those there are, a new one, and one of them. The thread of the analysis makes them. */
import { internalMention } from '../../../analysis/disclosure/rules.ts'
import { offeredIn, typologyRules } from '../../../analysis/typology/offered.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { visitor } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import type { typologyContracts } from '../../wire/contracts/results.ts'
import { isWithdrawn, publicationsIn } from '../publications.ts'
import { lineOf } from '../shown.ts'
import { snapshotsIn } from '../snapshots.ts'
import { leftOf, typologiesIn } from './stored.ts'

/** What was asked last: on its way while it is neither made nor refused. */
type Working = { made: number | null; failure: string | null }

export function typologyRoutes(context: AppContext): Handlers<typeof typologyContracts> {
  const typologies = typologiesIn(context.store)
  const publications = publicationsIn(context.store)
  const working = new Map<string, Working>()
  const opened = async (slug: string) => {
    const { standing } = await context.questionnaires.found(slug)
    const { questionnaire } = await context.questionnaires.published(slug, standing.version)
    const trial = standing.status === 'trial'
    return { questionnaire, trial, title: frenchOf(questionnaire.title) }
  }

  return {
    'GET /api/analyse/:slug/typologies': async ({ params: { slug } }) => {
      const { questionnaire, trial, title } = await opened(slug)
      const made = await typologies.all(slug, trial)
      const head = await publications.current(slug)
      const snapshot = (await snapshotsIn(context.store).all(slug, trial)).at(-1)?.number ?? 0
      const state = working.get(slug) ?? null
      const lines = made.map(({ at, typology }, place) => ({
        number: place + 1,
        at,
        questions: typology.questions.map((one) => one.title),
        classes: typology.classes.length,
        strength: typology.stability.strength,
      }))
      return {
        slug,
        title,
        publication: head && lineOf(head),
        questions: offeredIn(questionnaire),
        least: typologyRules.leastQuestions,
        most: typologyRules.mostQuestions,
        typologies: lines.toReversed(),
        left: leftOf(made, snapshot),
        isWorking: isOnItsWay(state),
        made: state?.made ?? null,
        failure: state?.failure ?? null,
      }
    },
    'POST /api/analyse/:slug/typologies': async ({ params: { slug }, body, res }) => {
      await context.questionnaires.found(slug)
      const { login } = visitor(res).account
      if (isOnItsWay(working.get(slug))) return {}
      const state: Working = { made: null, failure: null }
      working.set(slug, state)
      context.analysis
        .typology(slug, login, context.now().toISOString(), body)
        .then(async (made) => {
          if ('refused' in made) {
            state.failure = made.refused
            return
          }
          const details = { typologie: made.number, questions: body.questions.join(', ') }
          await context.audit.record({ who: login, what: 'typology-made', about: slug, details })
          state.made = made.number
        })
        .catch(() => {
          state.failure = 'Une erreur est survenue pendant le calcul : aucune typologie n’a été faite. Réessayez.'
        })
      return {}
    },
    'GET /api/analyse/:slug/typologies/:number': async ({ params: { slug, number } }) => {
      const { trial, title } = await opened(slug)
      const found = (await typologies.all(slug, trial))[number - 1]
      const head = found && (await publications.all(slug))[found.publication - 1]
      if (!found || !head) throw new Problem('typology-unknown')
      if (isWithdrawn(head)) throw new Problem('publication-withdrawn')
      const { at, typology } = found
      return { slug, title, number, at, publication: lineOf(head), mention: internalMention, typology }
    },
  }
}

const isOnItsWay = (state: Working | null | undefined): boolean => state?.made === null && state.failure === null
