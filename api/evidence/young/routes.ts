/** Routes of the work with the young: ideas written, read, shown, erased; the wall itself. */
import { wallHtml, wallTitle } from '../../../analysis/report/public/youth/wall.ts'
import { rolesOf, visitor } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import type { Handlers } from '../../http/serve.ts'
import { frameOf, inLanguage, languageAsked } from '../../results/public/site.ts'
import type { youngContracts } from '../../wire/contracts/young.ts'
import { youngIn } from './ideas.ts'

export function youngRoutes(context: AppContext): Handlers<typeof youngContracts> {
  const young = youngIn(context)
  return {
    'GET /api/young': async ({ res }) => {
      const roles: readonly string[] = rolesOf(res)
      const canRead = roles.includes('vigilance')
      const waiting = await young.waiting()
      return {
        isOpen: await young.isOpen(),
        canOpen: roles.includes('publisher') || roles.includes('admin'),
        canRead,
        waiting: waiting.length,
        toRead: canRead ? waiting.map(({ id, text, month, concerns }) => ({ id, text, month, concerns })) : [],
        shown: (await young.shown()).map(({ id, text, month }) => ({ id, text, month })),
      }
    },
    'POST /api/young': async ({ body: { isOpen }, res }) => {
      const { login: who } = visitor(res).account
      await young.open(isOpen, who)
      await context.audit.record({ who, what: isOpen ? 'young-opened' : 'young-closed' })
      return {}
    },
    'POST /api/young/ideas/:idea': async ({ params: { idea }, res }) => {
      await young.show(idea)
      await context.audit.record({ who: visitor(res).account.login, what: 'idea-shown' })
      return {}
    },
    'DELETE /api/young/ideas/:idea': async ({ params: { idea }, res }) => {
      await young.erase(idea)
      await context.audit.record({ who: visitor(res).account.login, what: 'idea-erased' })
      return {}
    },
    'POST /api/ideas': async ({ body: { id, text } }) => {
      await young.write(id, text)
      return {}
    },
    'GET /idees': async ({ query: { langue }, res }) => {
      const language = languageAsked(langue)
      const isOpen = await young.isOpen()
      if (!isOpen) res.status(404)
      const frame = frameOf(await context.settings(), language, null, false)
      const languages = frame.languages.map(({ language: one }) => ({ language: one, href: inLanguage('/idees', one) }))
      const home = { text: wallTitle(language), href: inLanguage('/idees', language) }
      const ideas = isOpen ? await young.shown() : null
      return {
        type: 'text/html; charset=utf-8',
        content: Buffer.from(wallHtml(language, ideas, { ...frame, languages, back: isOpen ? home : null })),
      }
    },
  }
}
