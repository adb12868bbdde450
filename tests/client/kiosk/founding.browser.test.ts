import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { answerAll, asked, goOn, main } from '../person.ts'
import { isStill, picture } from '../staff/staff-browser.ts'
import { aTablet, aTown, kioskQuestionnaire, register, smallTargets, type Tablet, type Town } from './tablet.ts'

const offered = ['familles', 'jeunes-11-15', 'jeunes-16-25', 'loisirs-sud']
const shapes = [
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
]

let town: Town
let tablet: Tablet
beforeAll(async () => {
  town = await aTown([kioskQuestionnaire, ...founding()])
  tablet = await aTablet()
  await register(tablet.page, town, (await town.link(offered)).path)
})
afterAll(async () => {
  await tablet.discard()
  await town.discard()
})
afterEach(() => expect(tablet.faults.splice(0)).toEqual([]))

/** Targets that a finger misses, and anything wider than the screen, whichever way the tablet is held. */
async function faultsOn(page: Page, where: string): Promise<string[]> {
  const faults: string[] = []
  for (const size of shapes) {
    await page.setViewportSize(size)
    await isStill(page)
    const isLow = size.height < 900
    // the page hears that it was turned a moment later
    if (isLow) await page.waitForFunction(fewEnough, most, { timeout: 5000 }).catch(() => {})
    const { wide, aside, questions } = await page.evaluate(drawn)
    const found = [
      ...(await smallTargets(page)),
      ...(wide > 0 ? [`wider than the screen by ${wide} px`] : []),
      ...(isLow && questions > most ? [`${questions} questions on a screen that lies down`] : []),
      ...(aside > 2 ? [`the step stands ${aside} px beside the question`] : []),
    ]
    faults.push(...found.map((fault) => `${where} ${size.width}×${size.height}: ${fault}`))
  }
  return faults
}

/** Questions on a screen that lies down. */
const most = 3
const fewEnough = (count: number) => document.querySelectorAll('.question').length <= count

/** By how much the page is wider than the screen, how far the words of the step begin from where the question does, and how many they are. */
const drawn = () => {
  const [words, title] = ['.progress-words span', '.screen-page, .question-title'].map((one) =>
    document.querySelector(one)?.getBoundingClientRect(),
  )
  return {
    wide: document.documentElement.scrollWidth - innerWidth,
    aside: words && title ? Math.round(Math.abs(words.left - title.left)) : 0,
    questions: document.querySelectorAll('.question').length,
  }
}

/** What of the code, its square and the numbers to call lies under « Terminer » or below the screen. */
const covered = () => {
  const { top } = document.querySelector('.thanks-done')!.getBoundingClientRect()
  return [...document.querySelectorAll('.code-words li, .code-square, .receipt-help')]
    .filter((one) => one.getBoundingClientRect().bottom > top)
    .map((one) => one.outerHTML.slice(0, 60))
}

/** A slot is added, filled in and copied: each state of the week has targets of its own. */
async function week(page: Page): Promise<string[]> {
  const button = (name: string) => page.getByRole('button', { name })
  const faults = await faultsOn(page, 'week')
  await button('Ajouter un créneau').click()
  await page.getByLabel('Fin', { exact: true }).waitFor()
  faults.push(...(await faultsOn(page, 'slot')))
  await picture(page, 'borne-semaine')
  await page.getByLabel('sans solution', { exact: true }).check()
  await button('Copier sur d’autres jours').click()
  await page.getByLabel('jeudi', { exact: true }).check()
  faults.push(...(await faultsOn(page, 'copy')))
  await button('Copier sur jeudi').click()
  return [...faults, ...(await faultsOn(page, 'copied'))]
}

/** A child is about to be removed, and stays. */
async function removal(page: Page): Promise<string[]> {
  await page
    .getByRole('button', { name: /^Enlever/ })
    .last()
    .click()
  const faults = await faultsOn(page, 'removal')
  await picture(page, 'borne-enfants')
  await page.getByRole('alert').getByRole('button').last().click()
  return faults
}

test.each(offered)(
  'every target of %s can be touched with a finger: 60 px at least, nothing wider than the tablet',
  async (slug) => {
    const { page } = tablet
    await page.goto(`${town.url}/kiosk`)
    const { title } = founding().find((one) => one.slug === slug)!
    await page.getByRole('button', { name: 'Commencer' }).click()
    await page.getByRole('button', { name: typeof title === 'string' ? title : title.default }).click()
    await main(page).click()
    await page.locator('.question').first().waitFor()
    const faults: string[] = []
    let [screens, weeks, cards] = [0, 0, 0]
    for (let turn = 0; turn < 120 && !(await page.locator('.receipt').isVisible()); turn++) {
      await page.locator('.question, .screen, .message').first().waitFor()
      const name = await page.evaluate(
        () => document.querySelector('[data-name]')?.getAttribute('data-name') ?? 'between',
      )
      if ((await asked(page, 'semaine').isVisible()) && weeks++ === 0) faults.push(...(await week(page)))
      else faults.push(...(await faultsOn(page, name)))
      if (await page.locator('.cards').isVisible()) {
        cards++
        if (cards === 1) await page.getByRole('button', { name: 'Oui, un autre enfant' }).click()
        else faults.push(...(await removal(page)))
      }
      await answerAll(page)
      screens++
      await goOn(page)
    }
    await page.getByRole('button', { name: 'Terminer' }).waitFor()
    faults.push(...(await faultsOn(page, 'thanks')))
    // on the screen that lies down
    expect(await page.evaluate(covered)).toEqual([])
    const isYoung = slug.startsWith('jeunes')
    await page.getByRole('heading', { name: `Merci, ${isYoung ? 'ta' : 'votre'} réponse est bien gardée` }).waitFor()
    // whom to call for help is shown to the young, and to them alone
    expect(await page.getByText('3018').isVisible()).toBe(isYoung)
    expect([...new Set(faults)]).toEqual([])
    expect(screens).toBeGreaterThan(8)
    if (slug === 'familles') expect([weeks > 0, cards > 1]).toEqual([true, true])
    await page.getByRole('button', { name: 'Terminer' }).click()
    await expect.poll(async () => (await town.responses(slug)).length).toBe(1)
  },
  240_000,
)
