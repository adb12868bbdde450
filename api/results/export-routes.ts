/** Routes of the two roles that export: which questionnaires may leave, and one that does, protected or whole, with its reason. */
import type { Response } from 'express'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import * as wire from '../wire/export.ts'
import { exported, type Form, type Format } from './exported.ts'

const types: Record<Format, string> = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

export function exportRoutes(api: Routes, context: AppContext): void {
  api.get('/api/export', async (_req, res) => {
    const { questionnaires } = await context.questionnaires.list()
    const { roles } = visitor(res).account
    const page: wire.ExportPage = {
      forms: [
        ...(roles.includes('exporter') ? (['protected'] as const) : []),
        ...(roles.includes('full-exporter') ? (['full'] as const) : []),
      ],
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
  const leave = async (res: Response, slug: string, form: Form) => {
    const { format, reason } = res.locals.body as { format: Format; reason: string }
    const made = await exported(context, slug, { form, format, who: visitor(res).account.login, reason })
    const leaving: wire.Exported = { file: `${slug}-${made.mark}.${format}`, type: types[format], ...made }
    res.json(leaving)
  }
  api.post('/api/export/:slug', ...body(wire.NewExport), (req, res) => leave(res, String(req.params.slug), 'protected'))
  api.post('/api/export/:slug/full', ...body(wire.NewExport), (req, res) => leave(res, String(req.params.slug), 'full'))
}
