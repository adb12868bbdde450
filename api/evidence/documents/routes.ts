/** Routes of the follow-up of the plan and of its documents. */

import { formats } from '../../../analysis/evidence/documents/formats.ts'
import { type DecisionWords, dueDay, isEnded, isLate, outcomeText } from '../../../surveys/authority/follow-up.ts'
import { levelNumbers, levelSaid } from '../../../surveys/authority/levels.ts'
import { actions } from '../../../surveys/authority/plan.ts'
import { dayOf } from '../../../surveys/days.ts'
import { isLimited, visitor, worksOn } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import { type DecisionOn, decisionsIn } from '../../results/decisions.ts'
import type { followUpContracts } from '../../wire/contracts/plan-follow-up.ts'
import type * as wire from '../../wire/plan-follow-up.ts'
import { followUpsIn } from './follow-ups.ts'
import { planSourceOf } from './plan-source.ts'
import { writtenPlan } from './written.ts'

export function followUpRoutes(
  context: AppContext,
  isDemo: () => Promise<boolean>,
): Handlers<typeof followUpContracts> {
  const followUps = followUpsIn(context.store)
  const decisions = decisionsIn(context.store)
  const sourceFor = async (res: Parameters<typeof worksOn>[0]) =>
    planSourceOf({ context, worksOn: (slug) => worksOn(res, slug) }, await isDemo())
  const known = (number: number) => {
    const action = actions().find((one) => one.number === number)
    if (!action) throw new Problem('route-unknown')
    return action
  }

  return {
    'GET /api/plan/follow-up': async ({ res }) => {
      const source = await sourceFor(res)
      const days = [
        source.date,
        ...source.evidence.map(({ day }) => day),
        ...source.actions.flatMap((action) => action.followUps.map(({ day }) => day)),
      ]
      return {
        actions: source.actions.map((action) => {
          const last = action.followUps.at(-1)
          const numbers = action.objectives.map(({ number }) => number)
          return {
            number: action.number,
            title: action.title,
            pilots: [...action.pilots],
            state: last?.state ?? null,
            day: last?.day ?? null,
            decisions: action.decisions.length,
            late: action.decisions.filter((one) => isLate(one, source.date)).length,
            evidence: source.evidence.filter(({ objective }) => numbers.includes(objective)).length,
          }
        }),
        decisions: registerOf(
          (await decisions.all()).filter(({ on }) => on === null || worksOn(res, on.questionnaire)),
        ),
        years: [...new Set(days.map((day) => Number(day.slice(0, 4))))].toSorted((a, b) => b - a),
        formats: formats.map(({ end, name }) => ({ end, name })),
      }
    },
    'GET /api/plan/actions/:number': async ({ params: { number }, res }) => {
      known(number)
      const source = await sourceFor(res)
      const action = source.actions.find((one) => one.number === number)!
      const numbers = action.objectives.map((objective) => objective.number)
      return {
        number,
        followUps: [...action.followUps],
        decisions: [...action.decisions],
        evidence: source.evidence
          .filter(({ objective }) => numbers.includes(objective))
          .map(({ objective, kind, sentence, source: from, day, href }) => ({
            objective,
            kind,
            sentence,
            source: from,
            day,
            href,
          })),
        quotes: source.quotes
          .filter(({ objectives }) => objectives.some((one) => numbers.includes(one)))
          .map(({ text, who }) => ({ text, who })),
      }
    },
    'POST /api/plan/actions/:number/follow-ups': async ({ params: { number }, body, res }) => {
      const { title } = known(number)
      if (body.day > dayOf(context.now()))
        throw new Problem('form-refused', [{ path: 'day', message: 'Ce jour n’est pas encore passé.' }])
      const { login, name: by } = visitor(res).account
      await followUps.add(String(number), () => ({ ...body, title, by, at: context.now().toISOString() }))
      await context.audit.record({
        who: login,
        what: 'followed-up',
        about: levelNumbers('action', [number]),
        details: { état: body.state },
      })
      return {}
    },
    'POST /api/plan/actions/:number/decisions': async ({ params: { number }, body, res }) => {
      known(number)
      const { login, name: by } = visitor(res).account
      // the page of results shows decisions on findings
      const { isPublic: _, ...taken } = body
      await decisions.addOnAction(number, {
        ...taken,
        action: number,
        by,
        at: context.now().toISOString(),
        publication: null,
      })
      await context.audit.record({
        who: login,
        what: 'decided',
        about: `${levelSaid('the', 'action')} ${number}`,
        details: { date: body.date },
      })
      return {}
    },
    'POST /api/plan/corrections': async ({ body: { at, on, ...words }, res }) => {
      if (on === null ? isLimited(res) : !worksOn(res, on.questionnaire)) throw new Problem('beyond-limits')
      const { action } = words
      if (action !== null && !actions().some(({ number }) => number === action))
        throw new Problem('form-refused', [
          { path: 'action', message: `Le plan n’a pas ${levelSaid('this', 'action')}.` },
        ])
      const { login, name: by } = visitor(res).account
      // the page of results shows decisions on findings
      const said = on === null ? { ...words, isPublic: false } : words
      const before = await decisions.correct({ action, on }, at, { words: said, by, now: context.now() })
      if (before === null) throw new Problem('route-unknown')
      await context.audit.record({
        who: login,
        what: 'decision-corrected',
        about: aboutOf({ action, on }),
        details: formerIn(before),
      })
      return {}
    },
    'POST /api/plan/outcomes': async ({ body: { at, action, on, ...said }, res }) => {
      if (said.date > dayOf(context.now()))
        throw new Problem('form-refused', [{ path: 'date', message: 'Ce jour n’est pas encore passé.' }])
      const { login, name: by } = visitor(res).account
      if (!(await decisions.settle({ action, on }, at, { ...said, by }))) throw new Problem('route-unknown')
      await context.audit.record({
        who: login,
        what: 'decided',
        about: aboutOf({ action, on }),
        details: { suite: outcomeText(said.state) },
      })
      return {}
    },
    'GET /api/plan/documents/:file': async ({ params: { file }, res }) => {
      const written = await writtenPlan({ context }, await sourceFor(res), file)
      if (!written) throw new Problem('route-unknown')
      const { login } = visitor(res).account
      await context.audit.record({ who: login, what: 'exported', about: 'le plan', details: { fichier: file } })
      return written
    },
  }
}

/** What a decision was taken on, for the journal. */
const aboutOf = ({ action, on }: Pick<wire.NewOutcome, 'action' | 'on'>): string =>
  on === null ? `${levelSaid('the', 'action')} ${action}` : `${on.questionnaire} : ${on.indicator}`

/** What was said of a decision before it was corrected, for the journal. */
const formerIn = (before: Partial<DecisionWords>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(before).map(([name, said]) => [
      `${journalWords[name as keyof DecisionWords]} avant`,
      said === true ? 'oui' : String(said),
    ]),
  )

const journalWords = {
  text: 'texte',
  date: 'prise le',
  action: 'engage',
  pilot: 'porteur',
  due: 'jour',
  indicator: 'suivi',
  isPublic: 'public',
} satisfies Record<keyof DecisionWords, string>

/** Those that wait first, by their day; then those without one, then those whose end is said; the newest first. */
function registerOf(all: readonly DecisionOn[]): wire.FollowUpPage['decisions'] {
  const rank = (one: wire.FollowUpPage['decisions'][number]) => (isEnded(one.outcome) ? '99' : dueDay(one) || '9')
  return all
    .map(
      ({
        at,
        text,
        date,
        by,
        pilot = '',
        due = '',
        indicator = '',
        action = null,
        isPublic = false,
        on,
        former,
        outcome,
      }) => ({
        ...{ at, text, date, by, pilot, due, indicator, action, isPublic, on },
        ...(former ? { former } : {}),
        ...(outcome ? { outcome } : {}),
      }),
    )
    .toSorted((a, b) => rank(a).localeCompare(rank(b)) || b.date.localeCompare(a.date))
}
