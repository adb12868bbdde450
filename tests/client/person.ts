/** What a person does on the screens of a questionnaire, for the tests that walk it in Chromium. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export const phone = { width: 390, height: 844 }

/** What goes on once a child is described: there is no other one. */
export const noMore = 'Non, c’est tout'
export const next = (page: Page) =>
  page.getByRole('button', { name: /^(Suivant|Non, c’est tout|Passer cette question)$/ }).click()

/** The way into all of a questionnaire, of one door or two. */
export const starting = (page: Page) => page.locator('.notice-actions [data-kind="main"]:not([data-door="short"])')

/** The button that goes on, whatever the language: at the notice, at a question, at the end. */
export const main = (page: Page) =>
  page
    .locator(
      '.questions button[type="submit"], .navigation-on button:only-child, .notice-actions [data-kind="main"]:not([data-door="short"])',
    )
    .first()

const soon = { timeout: 15_000 }
/** A screen may go on by itself between the look and the answer: what is not there any more need not be answered. */
async function unlessGone(field: Locator, answer: () => Promise<unknown>) {
  await answer().catch(async (error) => {
    if (await field.isVisible()) throw error
  })
}

/** Goes on, and waits for what it leads to: another screen, a complaint, or the receipt. */
export async function goOn(page: Page) {
  const before = await page.evaluate(screenShown)
  // what is on its way may arrive first: its button is gone then
  await unlessGone(main(page), () => main(page).click(soon))
  const isElsewhere = async () => {
    const now = await page.evaluate(screenShown)
    return now.hasProblems || now.words !== before.words
  }
  await expect.poll(isElsewhere).toBe(true)
}

/** A question that was under the screen comes up first. */
const screenShown = () => ({
  hasProblems: document.querySelector('.receipt, .problems, .question[data-problem="true"]') !== null,
  words: [
    history.state?.screen,
    scrollY,
    document.activeElement?.closest<HTMLElement>('.question')?.dataset.name,
    ...[...document.querySelectorAll('h1, .progress, [data-name]')].map((one) =>
      one instanceof HTMLElement && one.dataset.name ? one.dataset.name : one.textContent,
    ),
  ].join(' · '),
})

/** Answers what is asked, so that the most questions are shown. */
export async function answerAll(page: Page) {
  // in easy French one comes below the other
  for (let at = 0; ; at++) {
    const asks = await page.evaluate(askedAt, at)
    if (asks === null) return
    const question = page.locator('.question').nth(at)
    const parts = question.locator('.date input')
    for (let part = 0; part < asks.parts; part++) await parts.nth(part).fill(['5', '3', '2024'][part]!)
    const { field: kind } = asks
    const field = question.locator('input.field, textarea.field').first()
    if (kind) await unlessGone(field, () => field.fill(kind === 'numeric' ? '2015' : 'Bonjour', soon))
    const numeric = question.locator('input[inputmode="numeric"]').first()
    if (asks.isNumeric && asks.isWrong && (await question.getAttribute('data-problem')) === 'true')
      await unlessGone(numeric, () => numeric.fill('19', soon))
    if (asks.hasCursor) await question.locator('input[type="range"]').press('ArrowRight')
    const list = question.locator('select').first()
    if (asks.hasList) await unlessGone(list, () => list.selectOption({ index: 1 }, soon))
    for (const line of asks.lines) {
      const choice = question.locator('.choices').nth(line).locator('input').first()
      await unlessGone(choice, () => choice.check(soon))
    }
  }
}

/** What one of the questions shown asks for, seen at once; null when there are fewer. */
function askedAt(at: number) {
  const question = document.querySelectorAll('.question')[at]
  if (!question) return null
  const isVisible = (element: Element | null | undefined) =>
    element?.checkVisibility({ visibilityProperty: true }) === true && element.getClientRects().length > 0
  const parts = question.querySelectorAll('.date input').length
  const field = question.querySelector('input.field, textarea.field')
  const firsts = [...question.querySelectorAll('.choices')].map((choices) => choices.querySelector('input'))
  return {
    parts,
    field:
      parts === 0 && isVisible(field) ? (field!.getAttribute('inputmode') === 'numeric' ? 'numeric' : 'text') : null,
    isNumeric: parts === 0 && isVisible(question.querySelector('input[inputmode="numeric"]')),
    isWrong: question.getAttribute('data-problem') === 'true',
    hasCursor: isVisible(question.querySelector('input[type="range"]')),
    hasList: isVisible(question.querySelector('select')),
    lines: firsts.flatMap((first, line) => (isVisible(first) && !first!.checked ? [line] : [])),
  }
}

/** The answers saved on the device for a questionnaire, once they hold what was asked for. */
export async function isSavedOnDevice(page: Page, slug: string, answers: Record<string, unknown>) {
  const saved = () =>
    page.evaluate(
      (name) =>
        new Promise<Record<string, unknown>>((resolve, reject) => {
          const opening = indexedDB.open('answers')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const asked = opening.result.transaction('drafts').objectStore('drafts').get(name)
            asked.onsuccess = () => {
              opening.result.close()
              resolve(asked.result?.data ?? {})
            }
          }
        }),
      slug,
    )
  await expect.poll(saved).toMatchObject(answers)
}

/** All that IndexedDB, Cache Storage and the other stores of the page hold, as text. */
export async function everythingStored(): Promise<string> {
  const parts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name!)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    for (const store of base.objectStoreNames) {
      const rows = base.transaction(store).objectStore(store).getAll()
      await new Promise((resolve) => {
        rows.onsuccess = resolve
      })
      parts.push(JSON.stringify(rows.result))
    }
    base.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) parts.push(request.url, await (await cache.match(request))!.text())
  }
  return parts.join('\n')
}

export const choose = (page: Page, text: string) => page.getByLabel(text, { exact: true }).check()
export const asked = (page: Page, name: string) => page.locator(`[data-name="${name}"]`)

/** Goes on, leaving blank what may be blank, until this question is asked. */
export async function until(page: Page, name: string) {
  for (let turn = 0; turn < 40 && !(await asked(page, name).isVisible()); turn++) await next(page)
  await asked(page, name).waitFor()
}

/** Reads the notice and starts. */
export async function begin(page: Page, address: string) {
  await page.goto(address)
  await starting(page).click()
  await page.locator('.question').first().waitFor()
}

/** A night of Monday, from 22 h to 6 h, with nobody to look after the child: typed by keyboard. */
export async function addNight(page: Page) {
  await page.getByRole('button', { name: 'Ajouter un créneau' }).click()
  const start = page.getByLabel('Début', { exact: true })
  await start.waitFor()
  await start.press('End')
  for (let press = 0; press < 3; press++) await start.press('ArrowUp')
  const end = page.getByLabel('Fin', { exact: true })
  await end.focus()
  for (let press = 0; press < 12; press++) await end.press('ArrowDown')
  await choose(page, 'sans solution')
}

export async function copyTo(page: Page, day: string) {
  await page.getByRole('button', { name: 'Copier sur d’autres jours' }).click()
  await page.getByLabel(day, { exact: true }).check()
  await page.getByRole('button', { name: `Copier sur ${day}` }).click()
}

/** Leaves the rest blank and sends. */
export async function send(page: Page) {
  const button = page.getByRole('button', { name: 'Envoyer mes réponses' })
  for (let turn = 0; turn < 60 && !(await button.isVisible()); turn++) await next(page)
  await button.click()
}
