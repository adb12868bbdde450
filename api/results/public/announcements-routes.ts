/** Routes of whoever wants to be told that results are public, and of whoever tells them. */
import { fieldworkCount } from '../../../analysis/disclosure/publication.ts'
import { visitor } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import type { Handlers } from '../../http/serve.ts'
import type { announcementContracts } from '../../wire/contracts/public-results.ts'
import { announcementsIn } from './announcements.ts'

export function announcementRoutes(context: AppContext): Handlers<typeof announcementContracts> {
  const announcements = announcementsIn(context)
  const titleOf = async (slug: string) => {
    const { standing } = await context.questionnaires.found(slug)
    return context.questionnaires.titleOf(slug, standing.version)
  }
  return {
    'POST /api/announcements/:slug': async ({ params: { slug }, body: { email } }) => {
      await announcements.ask(slug, email)
      return {}
    },
    'GET /api/announcements': async () => {
      const lists = await announcements.all()
      const shown = lists.map(async ({ slug, people, isOpen }) => ({
        slug,
        title: await titleOf(slug).catch(() => slug),
        // a count that grows by one with a response would say who wrote it
        people: isOpen ? people : fieldworkCount(people),
        isOpen,
      }))
      return { lists: await Promise.all(shown) }
    },
    'GET /api/announcements/:slug': async ({ params: { slug }, res }) => {
      const emails = await announcements.open(slug)
      await context.audit.record({ who: visitor(res).account.login, what: 'announcements-read', about: slug })
      return { emails }
    },
    'POST /api/announcements/:slug/told': async ({ params: { slug }, body: { emails }, res }) => {
      const told = await announcements.erase(slug, emails)
      const who = visitor(res).account.login
      await context.audit.record({ who, what: 'announcements-told', about: slug, details: { adresses: told } })
      return { told }
    },
  }
}
