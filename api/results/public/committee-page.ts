/** The committee's pages behind a link: read without an account, until its day, and written in no journal of reading. */
import type { Response } from 'express'
import { pageAndPolicy } from '../../../analysis/report/html/html.ts'
import { committeeReportOf } from '../../../analysis/report/short/build.ts'
import { date } from '../../../analysis/text/format.ts'
import type { AppContext } from '../../context.ts'
import { sourceOf } from '../documents.ts'
import { documentFonts } from '../fonts.ts'
import { currentFor } from '../plan.ts'
import { publicationsIn } from '../publications.ts'
import { committeeLinksIn } from './committee-links.ts'

const html = 'text/html; charset=utf-8'

const refusals = {
  unknown: 'Ce lien n’est pas le bon : vérifiez qu’il a été copié en entier, ou demandez-en un nouveau à l’équipe.',
  over: 'Ce lien ne sert plus : sa date est passée. Demandez-en un nouveau à l’équipe.',
  revoked: 'Ce lien a été fermé. Demandez-en un nouveau à l’équipe.',
} as const

export async function committeePage(
  context: AppContext,
  token: string,
  res: Response,
  isDemo: () => Promise<boolean>,
): Promise<{ type: string; content: Uint8Array }> {
  res.set('X-Robots-Tag', 'noindex').set('Cache-Control', 'no-store')
  const state = await committeeLinksIn(context.store, context.now).open(token)
  if (state.kind !== 'open') {
    res.status(state.kind === 'unknown' ? 404 : 410)
    return { type: html, content: Buffer.from(plain(refusals[state.kind])) }
  }
  const current = await currentFor(context, publicationsIn(context.store), () => true)
  const source = current.there.length === 0 ? null : await sourceOf(context, current, await isDemo())
  const subtitle = `Document de travail remis à : ${state.link.label}. Ce lien sert jusqu’au ${date(state.link.until)}.`
  const report = source && committeeReportOf(source, subtitle)
  if (!report)
    return {
      type: html,
      content: Buffer.from(plain('Aucun résultat publié ne permet encore de répondre à une question du plan.')),
    }
  const { page, policy } = pageAndPolicy(report, (await documentFonts()).woff2)
  // the page carries its own style and fonts
  res.set('Content-Security-Policy', `${policy}; frame-ancestors 'none'`)
  return { type: html, content: Buffer.from(page) }
}

const plain = (sentence: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Une page pour décider</title><link rel="stylesheet" href="/api/public-results/style.css"></head><body><main><div class="cover"><h1>Une page pour décider</h1></div><div class="body"><p class="lead">${sentence}</p></div></main></body></html>\n`
