/** Routes of the role `exporter`: which questionnaires may leave, and one that does, with its reason. */
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import type { exportContracts } from '../wire/contracts/results.ts'
import { noteExport } from './exported.ts'

export function exportRoutes(context: AppContext): Handlers<typeof exportContracts> {
  return {
    'GET /api/export': async ({ res }) => {
      const { questionnaires } = await context.questionnaires.list()
      return {
        questionnaires: await Promise.all(
          questionnaires
            .filter(({ slug }) => worksOn(res, slug))
            .map(async ({ slug, title }) => ({
              slug,
              title: frenchOf(title),
              count: await context.store.responses.count(slug),
            })),
        ),
      }
    },
    'POST /api/export/:slug': async ({ params: { slug }, body: { format, reason }, res }) => {
      const { rows, unreadable, json } = await context.analysis.exported(slug, format)
      await noteExport(context, slug, format, { who: visitor(res).account.login, reason, rows, unreadable })
      return json
    },
  }
}
