/** One finger on a phone: every touch is counted, typed characters apart. */
import type { Locator, Page } from 'playwright-core'

export type Finger = ReturnType<typeof fingerOn>

export function fingerOn(page: Page) {
  const count = { taps: 0, typed: 0 }
  return {
    page,
    count,
    async tap(target: Locator): Promise<void> {
      await target.tap()
      count.taps += 1
    },
    /** Touches a button of the bar that stays at the bottom, which is in sight: the page stays where it is. */
    async press(button: Locator): Promise<void> {
      const { x, y, width, height } = (await button.boundingBox())!
      await page.touchscreen.tap(x + width / 2, y + height / 2)
      count.taps += 1
    },
    /** Holds a button down until what it changes is there: one touch. */
    async hold(button: Locator, isThere: () => Promise<boolean>): Promise<void> {
      await button.hover()
      await page.mouse.down()
      while (!(await isThere())) await page.waitForTimeout(40)
      await page.mouse.up()
      count.taps += 1
    },
    async type(field: Locator, text: string): Promise<void> {
      await this.tap(field)
      await field.fill(text)
      count.typed += text.length
    },
    /** The device's own picker: opened by one touch, closed by another. */
    async pick(list: Locator, value: string): Promise<void> {
      await list.selectOption(value)
      count.taps += 2
    },
  }
}
