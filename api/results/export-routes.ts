/** Routes of the role `exporter`: which questionnaires may leave, and one that does, with its reason. */
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import * as wire from '../wire/export.ts'
import { type Format, noteExport } from './exported.ts'

export function exportRoutes(api: Routes, context: AppContext): void {
  api.get('/api/export', async (_req, res) => {
    const { questionnaires } = await context.questionnaires.list()
    const page: wire.ExportPage = {
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
    res.json(page)
  })
  api.post('/api/export/:slug', ...body(wire.NewExport), async (req, res) => {
    const slug = String(req.params.slug)
    const { format, reason } = res.locals.body as { format: Format; reason: string }
    const { rows, json } = await context.analysis.exported(slug, format)
    await noteExport(context, slug, format, { who: visitor(res).account.login, reason, rows })
    res.type('json').send(Buffer.from(json.buffer, json.byteOffset, json.byteLength))
  })
}
