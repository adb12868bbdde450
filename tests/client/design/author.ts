/** Somebody who writes questionnaires, with a browser: drafts made through the api, then opened in windows. */
import { expect } from 'vitest'
import type { TabName } from '../../../client/design/addresses.ts'
import type { Definition, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { anOffice } from '../../api/accounts/office.ts'
import { handOf, type Room, whole } from '../../api/design/fixture.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, openChromium, type WindowSettings } from '../staff/staff-browser.ts'

export type Author = Awaited<ReturnType<typeof anAuthor>>

export async function anAuthor() {
  const office = await anOffice({ isReal: true, client: builtPages() })
  const designer = await office.placed(['designer'], { name: 'Alix Martin' })
  const browser = await openChromium()
  const draftOf = async (slug: string): Promise<Questionnaire> => {
    const { body } = await designer.browser.get(`/api/design/${slug}`)
    return (body as unknown as Room).draft!.questionnaire
  }
  return {
    designer,
    /** What the server has of a draft. */
    draftOf,
    elementsOf: async (slug: string) => (await draftOf(slug)).definition.pages.flatMap(({ elements }) => elements),
    /** A draft in French with nothing but these pages, and the window of its author at a tab of it. */
    async written(
      slug: string,
      tab: TabName,
      definition: Definition,
      size = { width: 1440, height: 900 },
      settings: WindowSettings = {},
    ) {
      const hand = handOf(designer.browser, slug)
      await hand.make(slug)
      const saving = await hand.save({ ...whole(slug), title: slug, indicators: [], definition })
      expect([saving.status, saving.text]).toEqual([200, saving.text])
      const { page } = await aWindow(browser, size, settings)
      await enter(page, office, designer)
      await page.goto(`${addressOf(office)}/concevoir/${slug}/${tab}`)
      return page
    },
    /** Closes the windows, in which nothing may have gone wrong. */
    isFaultless: async () => expect(await closeWindows(browser)).toEqual([]),
    async close() {
      await browser.close()
      await office.discard()
    },
  }
}
