/** Routes of the role `vigilance`: the texts that wait to be read, and what was done of each. */
import { concerns } from '../../analysis/text/distress.ts'
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import * as wire from '../wire/vigilance.ts'
import { vigilanceIn } from './vigilance.ts'
import { roomsFor } from './waiting.ts'

const wordsOf = (id: string) => concerns.find((concern) => concern.id === id)?.title ?? id

export function vigilanceRoutes(api: Routes, context: AppContext): void {
  const vigilance = vigilanceIn(context)

  api.get('/api/vigilance', async (_req, res) => {
    const { account } = visitor(res)
    const rooms = await roomsFor(context, account)
    for (const { slug, waiting } of rooms)
      if (waiting.length > 0)
        await context.audit.record({
          who: account.login,
          what: 'vigilance-read',
          about: slug,
          details: { textes: waiting.length },
        })
    const page: wire.VigilancePage = {
      waiting: rooms.flatMap(({ slug, title, waiting }) =>
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
      seen: rooms
        .flatMap(({ title, seen }) =>
          seen.map(({ id, seenAt, byName, note }) => ({ id, questionnaire: title, seenAt, byName, note })),
        )
        .toSorted((a, b) => (a.seenAt < b.seenAt ? 1 : -1)),
    }
    res.json(page)
  })
  api.post('/api/vigilance/:slug/:id', ...body(wire.Note), async (req, res) => {
    const { slug, id } = req.params as { slug: string; id: string }
    await context.questionnaires.found(slug)
    if (!(await context.analysis.flagged(slug)).some((one) => one.id === id)) throw new Problem('vigilance-unknown')
    const { account } = visitor(res)
    await vigilance.see(slug, id, account, res.locals.body.note)
    await context.audit.record({ who: account.login, what: 'vigilance-seen', about: slug })
    res.status(201).json({})
  })
}
