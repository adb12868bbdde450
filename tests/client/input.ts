/** How a person works a page: with a mouse, or with the keyboard alone, never touching what Tab does not reach. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export type Input = {
  press(target: Locator): Promise<void>
  write(target: Locator, words: string): Promise<void>
  /** @param option its text */
  pick(list: Locator, option: string | RegExp): Promise<void>
  /** Ticks a box, or chooses among the radio buttons of a group. */
  tick(target: Locator): Promise<void>
}

export const withMouse: Input = {
  press: (target) => target.click(),
  write: (target, words) => target.fill(words),
  async pick(list, option) {
    await list.selectOption(await optionOf(list, option))
  },
  tick: (target) => target.check(),
}

/** As the protocol of the browser counts the keys that are held. */
const shift = 8

export function withKeyboard(page: Page): Input {
  const { keyboard } = page
  const session = page.context().newCDPSession(page)
  /** Presses follow one another without an answer in between: the page draws once for many. */
  async function tab(times: number, modifiers: number) {
    const wire = await session
    const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers }
    const press = () =>
      (['rawKeyDown', 'keyUp'] as const).map((type) => wire.send('Input.dispatchKeyEvent', { type, ...key }))
    await Promise.all(Array.from({ length: times }, press).flat())
  }
  /** Tab, or back when it stands before; a whole round of the page is more than enough. */
  async function reach(target: Locator) {
    await target.waitFor()
    let element = await target.elementHandle()
    // the browser goes on from where the focus was, which only Tab finds
    if (await page.evaluate(isNowhere)) await tab(1, 0)
    const isBack = await element!.evaluate(standsBefore)
    const modifiers = isBack ? shift : 0
    // most of the way without looking, then step by step
    await tab(Math.max(0, (await element!.evaluate(stopsBetween)) - 2), modifiers)
    for (let step = 0; step < 400; step++) {
      const { isThere, isGone } = await element!.evaluate(stateOf)
      if (isThere) return
      // drawn anew on the way
      if (isGone) element = await target.elementHandle()
      else await tab(1, modifiers)
    }
    throw new Error(`${target} is not reached with ${isBack ? 'Shift+Tab' : 'Tab'}`)
  }
  return {
    async press(target) {
      await reach(target)
      await keyboard.press('Enter')
    },
    async write(target, words) {
      await reach(target)
      // the order of day, month and year is the browser's own
      if ((await target.getAttribute('type')) === 'date') return target.fill(words)
      await keyboard.press('Control+A')
      // as a spreadsheet is pasted, or a phrase is typed
      await keyboard.insertText(words)
    },
    async pick(list, option) {
      const value = await optionOf(list, option)
      await reach(list)
      const size = await list.locator('option').count()
      await keyboard.press('Home')
      for (let step = 0; step < size && (await list.inputValue()) !== value; step++) await keyboard.press('ArrowDown')
      expect(await list.inputValue()).toBe(value)
    },
    async tick(target) {
      if (await target.isChecked()) return
      if ((await target.getAttribute('type')) === 'radio') {
        await reach(page.locator(`input[name="${await target.getAttribute('name')}"]:checked`))
        for (let step = 0; step < 20 && !(await target.isChecked()); step++) await keyboard.press('ArrowDown')
      } else {
        await reach(target)
        await keyboard.press('Space')
      }
      await expect.poll(() => target.isChecked()).toBe(true)
    },
  }
}

async function optionOf(list: Locator, option: string | RegExp): Promise<string> {
  const found = list.locator('option').filter({ hasText: option }).first()
  await found.waitFor({ state: 'attached' })
  return (await found.getAttribute('value')) ?? ''
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body
const stateOf = (element: Element) => ({ isThere: element === document.activeElement, isGone: !element.isConnected })

/** A dialog holds the focus, so all that matters there is that one gets round. */
function standsBefore(element: Element): boolean {
  const from = document.activeElement
  if (from === null || from === document.body) return false
  return (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
}

/** How many elements that Tab may stop at stand between the focus and the target; 0 where the focus is nowhere. */
function stopsBetween(element: Element): number {
  const from = document.activeElement
  if (from === null || from === document.body) return 0
  const names = 'a[href], button:enabled, input:enabled:not([type=radio]), select:enabled, textarea:enabled'
  const stops = [...document.querySelectorAll<HTMLElement>(names)].filter(
    (stop) =>
      stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }) && stop.closest('[inert]') === null,
  )
  const isBetween = (stop: Element) => {
    const after = from.compareDocumentPosition(stop) & element.compareDocumentPosition(stop)
    const inOrder = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_PRECEDING
    return stop !== from && stop !== element && (after & inOrder) === 0
  }
  return stops.filter(isBetween).length
}
