/** Routes of the questionnaires people are offered, and of the pictures their links show. */
import type { Response } from 'express'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import type { questionnaireContracts } from '../wire/contracts/respondent.ts'
import { linkPictures } from './link-picture.ts'
import { linkLanguage, linkPreview } from './link-preview.ts'

export function questionnaireRoutes(
  context: AppContext,
  isDemo: () => Promise<boolean>,
): Handlers<typeof questionnaireContracts> {
  const drawn = linkPictures()

  async function picture(res: Response, slug: string | null, langue: string) {
    const preview = await linkPreview(context, slug, linkLanguage(langue), await isDemo())
    if (preview === null) throw new Problem('questionnaire-unknown')
    const { values } = await context.settings()
    // its address changes with what it shows
    res.set('Cache-Control', 'public, max-age=86400')
    return { type: 'image/png' as const, content: await drawn(preview, values.colour || ours) }
  }

  return {
    'GET /api/questionnaires': () => context.questionnaires.list(),
    'GET /api/questionnaires/:slug': async ({ params, query: { version = null, language = null } }) =>
      context.questionnaires.shown(params.slug, version, await isDemo(), language),
    'GET /api/picture': ({ query: { langue }, res }) => picture(res, null, langue),
    'GET /api/questionnaires/:slug/picture': ({ params: { slug }, query: { langue }, res }) =>
      picture(res, slug, langue),
  }
}

/** The colour of the styles. */
const ours = '#0b5d5e'
