/** What each persona's way costs, on a real server and in a real browser. */
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { Language } from '../../../surveys/questionnaire/questionnaire.ts'
import { aServedClient } from '../built-client.ts'
import { launchChromium } from '../staff/staff-browser.ts'
import { type Persona, personas } from './personas.ts'
import { type Cost, walked } from './walk.ts'

/** Walks them one after the other. The pages are built and a browser is named (`machine/`). */
export async function burdens(
  language: Language,
  onWalk: (done: number) => void = () => {},
  who: readonly Persona[] = personas,
): Promise<Cost[]> {
  const site = await aServedClient()
  const browser = await launchChromium()
  try {
    const costs: Cost[] = []
    for (const persona of who) {
      const questionnaire = founding().find(({ slug }) => slug === persona.slug)!
      costs.push(await walked(browser, site.url, persona, questionnaire, language))
      onWalk(costs.length)
    }
    return costs
  } finally {
    await browser.close()
    await site.discard()
  }
}
