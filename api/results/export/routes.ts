/** Routes of the two roles that export: which questionnaires may leave, and one that does, protected or whole, with its reason. */
import type { Response } from 'express'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { visitor, worksOn } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import type { Handlers } from '../../http/serve.ts'
import type { exportContracts } from '../../wire/contracts/results.ts'
import type * as wire from '../../wire/export.ts'
import type { Form } from './exported.ts'

export function exportRoutes(context: AppContext): Handlers<typeof exportContracts> {
  const leave = async (res: Response, slug: string, form: Form, { format, reason }: wire.NewExport) => {
    const { json, ...made } = await context.analysis.exported(slug, { form, format })
    const { noteExport } = await import('./exported.ts')
    await noteExport(context, slug, { form, format, who: visitor(res).account.login, reason }, made)
    return json
  }
  return {
    'GET /api/export': async ({ res }) => {
      const { questionnaires } = await context.questionnaires.list()
      const { roles } = visitor(res).account
      return {
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
    },
    'POST /api/export/:slug': ({ params: { slug }, body, res }) => leave(res, slug, 'protected', body),
    'POST /api/export/:slug/full': ({ params: { slug }, body, res }) => leave(res, slug, 'full', body),
  }
}
