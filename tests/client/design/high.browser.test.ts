import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { whole } from '../../api/design/fixture.ts'
import { type Author, anAuthor } from './author.ts'

let author: Author
beforeAll(async () => {
  author = await anAuthor()
}, 120_000)
afterAll(() => author.close())
afterEach(() => author.isFaultless())

// the phone of « Aperçu » began at 440 of 900, and below the screen at 768
test.each([
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
])('what one works on begins in the first third of the screen ($width × $height)', async (size) => {
  const { definition } = whole('haut')
  const page = await author.written(`haut-${size.width}`, 'page', definition, size)
  const topOf = async (selector: string) => (await page.locator(selector).boundingBox())!.y
  await page.locator('.page-canvas').waitFor()
  expect(await topOf('.page-canvas')).toBeLessThan(size.height / 3)
  await page.getByRole('link', { name: 'Aperçu', exact: true }).click()
  await page.locator('.preview-device').waitFor()
  expect(await topOf('.preview-device')).toBeLessThan(size.height / 3)
})

test('on a phone « Contrôle » stands in sight among the parts of a questionnaire', async () => {
  const { definition } = whole('pouce')
  const page = await author.written('pouce', 'page', definition, { width: 390, height: 844 })
  const control = await page.getByRole('link', { name: /^Contrôle(?!r)/ }).boundingBox()
  expect(control!.x + control!.width).toBeLessThanOrEqual(390)
  // the stages, where they need it, stay where they were slid, whatever is written below
  const slid = () => page.locator('.stages').evaluate((list) => list.scrollLeft)
  await page.locator('.stages').evaluate((list) => {
    if (list instanceof HTMLElement) list.style.width = '60px'
    list.scrollTo(list.scrollWidth, 0)
  })
  const far = await slid()
  expect(far).toBeGreaterThan(0)
  await page.getByLabel('Titre de la page', { exact: true }).fill('Écrit après')
  await page.locator('.design-save[data-saved]').waitFor()
  expect(await slid()).toBe(far)
  await page.getByRole('link', { name: /^Contrôle(?!r)/ }).click()
  await page.getByRole('heading', { name: /^À corriger/ }).waitFor()
})
