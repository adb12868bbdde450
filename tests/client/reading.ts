/** What a screen reader is given, from Chromium's own accessibility tree, and colours as they are computed. */
import type { Page } from 'playwright-core'

type Node = {
  nodeId: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  description?: { value: string }
  childIds?: string[]
}
export type Heard = { role: string; name: string; description: string }

const isControlRole = (role: string) =>
  /^(radio|checkbox|button|textbox|combobox|spinbutton|slider|link|option|MenuListOption)$/.test(role)

/** Everything on the page in reading order: texts once, and each control with its name and description. */
export async function heardOn(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const heard: Heard[] = []
  const holdsControl = (node: Node): boolean =>
    (node.childIds ?? []).some((id) => {
      const child = byId.get(id)
      return child !== undefined && (isControlRole(child.role?.value ?? '') || holdsControl(child))
    })
  const visit = (node: Node | undefined, isSpoken: boolean) => {
    if (!node) return
    const role = node.role?.value ?? ''
    const name = node.name?.value?.trim() ?? ''
    const isControl = isControlRole(role)
    // the label around a radio is its name, which is heard with it
    const isName = (isControl && role !== 'combobox') || (role === 'LabelText' && holdsControl(node))
    if (!node.ignored && (isControl || (role === 'StaticText' && isSpoken)))
      heard.push({ role, name, description: node.description?.value ?? '' })
    // a list one answer of which is needed is a group like any other
    if (!node.ignored && (role === 'group' || role === 'radiogroup'))
      heard.push({ role: 'group', name, description: node.description?.value ?? '' })
    // the words inside a control are its name: they are not read a second time
    for (const id of node.childIds ?? []) visit(byId.get(id), isSpoken && !isName)
  }
  visit(nodes[0], true)
  return heard
}

/** Visible texts whose colour does not stand out enough from what is behind them: 4.5, or 3 when large. */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
    const light = ([red = 0, green = 0, blue = 0]: number[]) => {
      const linear = [red, green, blue].map((each) => {
        const share = each / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!
    }
    const behind = (element: Element | null): number[] => {
      for (let at = element; at; at = at.parentElement) {
        const colour = channels(getComputedStyle(at).backgroundColor)
        if (colour.length === 3 || (colour[3] ?? 0) > 0.99) return colour
      }
      return [255, 255, 255]
    }
    const faint: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement!
      const text = walker.currentNode.textContent!.trim()
      if (text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (element.closest('.visually-hidden, svg, option, script, noscript, :disabled')) continue
      const style = getComputedStyle(element)
      const [front, back] = [light(channels(style.color)), light(behind(element))]
      const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05)
      const points = Number.parseFloat(style.fontSize) * 0.75
      const isLarge = points >= 18 || (points >= 14 && Number(style.fontWeight) >= 700)
      if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${text.slice(0, 40)}: ${ratio.toFixed(2)}`)
    }
    return faint
  })
}

/** Anything that makes the page wider than the screen, or whose text is cut. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return wide > 1 ? [`page wider than the screen by ${wide} px`] : []
  })
}
