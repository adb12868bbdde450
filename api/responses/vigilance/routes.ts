/** Routes of the role `vigilance`: the texts that wait to be read, and what was done of each. */
import { concerns } from '../../../analysis/text/distress.ts'
import { visitor } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import type { vigilanceContracts } from '../../wire/contracts/results.ts'
import { vigilanceIn } from './vigilance.ts'
import { flaggedTextsFor } from './waiting.ts'

const wordsOf = (id: string) => concerns.find((concern) => concern.id === id)?.title ?? id

export function vigilanceRoutes(context: AppContext): Handlers<typeof vigilanceContracts> {
  const vigilance = vigilanceIn(context)

  return {
    'GET /api/vigilance': async ({ res }) => {
      const { account } = visitor(res)
      const texts = await flaggedTextsFor(context, account)
      for (const { slug, waiting } of texts)
        if (waiting.length > 0)
          await context.audit.record({
            who: account.login,
            what: 'vigilance-read',
            about: slug,
            details: { textes: waiting.length },
          })
      return {
        waiting: texts.flatMap(({ slug, title, waiting }) =>
          waiting.map(({ id, day, text, alarms, concerns: ids }) => ({
            id,
            slug,
            questionnaire: title,
            day,
            text,
            alarms: alarms.map(({ start, end }) => ({ start, end })),
            concerns: ids.map(wordsOf),
          })),
        ),
        seen: texts
          .flatMap(({ title, seen }) =>
            seen.map(({ id, seenAt, byName, note }) => ({ id, questionnaire: title, seenAt, byName, note })),
          )
          .toSorted((a, b) => (a.seenAt < b.seenAt ? 1 : -1)),
      }
    },
    'POST /api/vigilance/:slug/:id': async ({ params: { slug, id }, body, res }) => {
      await context.questionnaires.found(slug)
      if (!(await context.analysis.flagged(slug)).some((one) => one.id === id)) throw new Problem('vigilance-unknown')
      const { account } = visitor(res)
      await vigilance.see(slug, id, account, body.note)
      await context.audit.record({ who: account.login, what: 'vigilance-seen', about: slug })
      return {}
    },
  }
}
